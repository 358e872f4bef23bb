"""The wheel, built and installed where no source tree is in reach."""

import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PACKAGES = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    return wheel


def test_the_wheel_has_every_file_of_every_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    lying = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    assert packed == lying
    assert {PurePosixPath(name).suffix for name in packed} >= {".py", ".sql", ".ftl"}


ELSEWHERE = """
import importlib, json, pkgutil, sys
from pathlib import Path
packages = json.loads(sys.argv[1])
names = [
    module.name
    for package in packages
    for module in pkgutil.walk_packages([str(Path(sys.argv[2], package))], f"{package}.")
    if not module.name.endswith("__main__")
]
modules = [importlib.import_module(name) for name in (*packages, *names)]
from bot.words import words_for
from houseband.server.music import HouseStudio
from storage.queries import migrations, query
words_for("en").say("quota-title"), migrations()[0], query("admit"), HouseStudio()
print(len(modules), *{module.__file__ for module in modules}, sep="\\n")
"""


def test_the_installed_wheel_works_without_the_source_tree(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--target", str(site), str(wheel)], check=True, capture_output=True)
    libraries = sysconfig.get_path("purelib")
    # -S: no .pth file may bring the source tree back
    python = [sys.executable, "-S"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(site), libraries))}

    def said(*arguments: str) -> str:
        return subprocess.run(
            [*python, *arguments],
            cwd=tmp_path,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    assert said("-m", "bot", "version") == f"busker {PROJECT['project']['version']}\n"
    number, *files = said("-c", ELSEWHERE, json.dumps(PACKAGES), str(site)).splitlines()
    assert int(number) > 50
    assert all(Path(file).is_relative_to(site) for file in files)
