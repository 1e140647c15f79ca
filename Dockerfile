# The wheel and its pinned dependencies are put together in one stage; the other holds only what runs.
FROM python:3.13-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /source
COPY requirements/run.txt requirements/build.txt requirements/
RUN python -m venv /opt/gatewalk \
    && /opt/gatewalk/bin/pip install --require-hashes -r requirements/run.txt \
    && pip install --require-hashes -r requirements/build.txt
COPY pyproject.toml README.md LICENSE ./
COPY lstm_core lstm_core
COPY app app
COPY static static
COPY templates templates
RUN pip wheel --no-deps --no-build-isolation --wheel-dir dist . \
    && /opt/gatewalk/bin/pip install --no-deps dist/*.whl

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin gatewalk
COPY --from=build /opt/gatewalk /opt/gatewalk
ENV PATH=/opt/gatewalk/bin:$PATH OPENBLAS_NUM_THREADS=1 PYTHONUNBUFFERED=1
WORKDIR /tmp
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["gatewalk", "--no-browser", "--host", "0.0.0.0", "--port", "8000"]
