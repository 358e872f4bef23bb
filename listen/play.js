for (const take of document.querySelectorAll(".take")) {
  const audio = take.querySelector("audio");
  const scene = take.querySelector(".scene");
  const head = take.querySelector(".head");
  const follow = () => {
    if (!audio.duration) return;
    head.style.opacity = 1;
    head.style.left = `${(100 * audio.currentTime) / audio.duration}%`;
    if (!audio.paused) requestAnimationFrame(follow);
  };
  audio.addEventListener("play", () => {
    for (const other of document.querySelectorAll("audio")) if (other !== audio) other.pause();
    follow();
  });
  audio.addEventListener("seeked", follow);
  scene.addEventListener("click", (event) => {
    const box = scene.getBoundingClientRect();
    const go = () => {
      audio.currentTime = (audio.duration * (event.clientX - box.left)) / box.width;
      audio.play();
    };
    if (audio.duration) go();
    else audio.addEventListener("loadedmetadata", go, { once: true });
  });
}
