# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far a person is on the learning paths, and which stage her gaps suggest."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from leadroom.accounts.models import Actor
from leadroom.core.skills.profile import Standing
from leadroom.core.skills.stages import Training, next_stage
from leadroom.people import permissions
from leadroom.people.models import LearningPath, Stage, StageProgress, learning_paths
from leadroom.people.queries.profile import MyProfile, my_profile


class StageState(Enum):
    """How far a person is with a stage."""

    AHEAD = "ahead"
    SUGGESTED = "suggested"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True)
class MyStage:
    """One stage as it is for a person: how far she is, and where she stands in what it trains."""

    path: LearningPath
    stage: Stage
    progress: StageProgress | None
    is_suggested: bool
    standings: tuple[Standing, ...]

    @property
    def state(self) -> StageState:
        """Return how far she is; what is begun needs no suggestion."""
        if self.progress is None:
            return StageState.SUGGESTED if self.is_suggested else StageState.AHEAD
        return StageState.DONE if self.progress.done_at else StageState.BEGUN

    @property
    def gaps(self) -> tuple[Standing, ...]:
        """Return what is missing in this stage, what matters most first."""
        gaps = (standing for standing in self.standings if standing.gap)
        return tuple(sorted(gaps, key=lambda standing: -standing.importance))


@dataclass(frozen=True)
class MyPath:
    """One path with its stages as they are for a person."""

    path: LearningPath
    stages: tuple[MyStage, ...]

    @property
    def done(self) -> int:
        """Return how many of its tasks are done."""
        return sum(stage.state is StageState.DONE for stage in self.stages)


@dataclass(frozen=True)
class MyPaths:
    """All paths as they are for a person."""

    paths: tuple[MyPath, ...]
    profile: MyProfile

    @cached_property
    def stages(self) -> tuple[MyStage, ...]:
        """Return the stages of all paths."""
        return tuple(stage for path in self.paths for stage in path.stages)

    @property
    def current(self) -> MyStage | None:
        """Return the stage she began last and has not done."""
        begun = [(one.progress.started_at, one) for one in self._in(StageState.BEGUN) if one.progress]
        return max(begun, key=lambda pair: pair[0])[1] if begun else None

    @property
    def suggested(self) -> MyStage | None:
        """Return the stage that her gaps suggest, if she has not begun it."""
        return next(self._in(StageState.SUGGESTED), None)

    @property
    def is_all_done(self) -> bool:
        """Say whether there is no stage left."""
        return all(stage.state is StageState.DONE for stage in self.stages)

    def find(self, path: LearningPath, stage: Stage) -> MyStage:
        """Return one stage as it is for the person."""
        return next(one for one in self.stages if one.path is path and one.stage is stage)

    def after(self, stage: MyStage) -> MyStage | None:
        """Return the first stage of the same path that is not done, looked for from this one on."""
        path = next(one for one in self.paths if one.path is stage.path)
        at = stage.stage.place
        later = (*path.stages[at:], *path.stages[: at - 1])
        return next((one for one in later if one.state is not StageState.DONE), None)

    def _in(self, state: StageState) -> Iterator[MyStage]:
        return (stage for stage in self.stages if stage.state is state)


def my_paths(actor: Actor) -> MyPaths:
    """Return the learning paths with the person's progress and the stage that her gaps suggest."""
    mine = my_profile(actor)
    begun = {(row.path, row.stage): row for row in permissions.visible_stage_progress(actor)}
    standings = {standing.competency: standing for standing in mine.standings}
    pairs = [(path, stage) for path in learning_paths().paths for stage in path.stages]
    # What is on its way is not suggested again.
    trainings = [
        Training((path.key, stage.key), stage.competencies, (path.key, stage.key) in begun)
        for path, stage in pairs
    ]
    suggested = next_stage(trainings, {key: one.importance for key, one in standings.items()})
    stages = [
        MyStage(
            path,
            stage,
            begun.get((path.key, stage.key)),
            (path.key, stage.key) == suggested,
            tuple(standings[key] for key in stage.competencies),
        )
        for path, stage in pairs
    ]
    return MyPaths(
        tuple(
            MyPath(path, tuple(one for one in stages if one.path is path)) for path in learning_paths().paths
        ),
        mine,
    )
