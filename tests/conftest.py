"""What holds for all tests: hypothesis measures no time, which on a loaded machine says nothing about the code."""

from hypothesis import HealthCheck, settings

settings.register_profile("edmund", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("edmund")
