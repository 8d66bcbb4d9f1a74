"""An authenticator app for tests: what a person's app would show at the world's time."""

from __future__ import annotations

from dataclasses import dataclass

import pyotp

from bcdesktop.services import two_step
from bcdesktop.services.records import Actor
from tests.services.world import PASSWORD, World


@dataclass(frozen=True)
class App:
    """The app of a person whose second step is on, and the recovery codes on paper."""

    world: World
    secret: str
    recovery_codes: tuple[str, ...] = ()

    def code(self, **later: float) -> str:
        """Return the next code: time goes on to the next step, since each counts once."""
        self.world.wait(**(later or {"seconds": 30}))
        return self.now()

    def now(self) -> str:
        """Return the code of now."""
        return pyotp.TOTP(self.secret).at(self.world.clock.now())


def turn_on(world: World, actor: Actor, password: str = PASSWORD) -> App:
    """Set up the second step of a person through the services."""
    started = two_step.start(world.context, actor)
    app = App(world, started.secret)
    codes = two_step.confirm(world.context, actor, started.secret, password, app.now())
    return App(world, started.secret, codes)
