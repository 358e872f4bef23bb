# One image for the bot and for the house band: `busker run` and `busker houseband`.

FROM python:3.13-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
RUN python -m venv --without-pip /opt/busker
COPY requirements.lock requirements-dev.lock ./
RUN pip --python /opt/busker install --require-hashes --only-binary=:all: -r requirements.lock
# of the tools only those that pack the wheel, by the lock's versions and hashes
RUN awk '/^[a-z]/ { wanted = /^(hatchling|packaging|pathspec|pluggy|tomlkit|trove-classifiers)==/ } wanted' \
        requirements-dev.lock > build.lock \
    && pip install --require-hashes --only-binary=:all: -r build.lock
COPY . .
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && pip --python /opt/busker install --no-deps --no-index /wheels/*.whl

FROM python:3.13-slim-bookworm
LABEL org.opencontainers.image.title="Busker" \
      org.opencontainers.image.description="A self-hosted bot that turns slash commands into songs." \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --gid 10001 busker \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin busker \
    && install --directory --owner=busker --group=busker /data
COPY --from=build /opt/busker /opt/busker
ENV PATH=/opt/busker/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    DATABASE_URL=sqlite:////data/busker.db BUSKER_DATA_DIR=/data HOUSEBAND_DATA_DIR=/data/houseband
# in numbers, so that an orchestrator can see that it isn't root
USER 10001:10001
WORKDIR /data
VOLUME /data
# No HEALTHCHECK: the bot listens only where BUSKER_HTTP says. Both have theirs in compose.yaml.
ENTRYPOINT ["busker"]
CMD ["run"]
