"""The bench of the acceptance tests, for everything that goes wrong."""

from tests.acceptance.bench.fixtures import bench, light_theme  # noqa: F401 - fixtures
