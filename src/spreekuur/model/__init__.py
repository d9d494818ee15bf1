"""What exists: the SQLModel tables, nothing else."""

from spreekuur.model.conversation import Conversation, ScaleScore
from spreekuur.model.draft import Draft
from spreekuur.model.goal import Agreement, FollowUp, Goal, GoalValue
from spreekuur.model.office_hours import Appointment, OfficeHours, WaitingEntry
from spreekuur.model.pupil import ContactRhythm, Guardian, Pupil
from spreekuur.model.row import Row
from spreekuur.model.school import Holiday, School, SchoolContact
from spreekuur.model.settings import Settings

__all__ = [
    "Agreement",
    "Appointment",
    "ContactRhythm",
    "Conversation",
    "Draft",
    "FollowUp",
    "Goal",
    "GoalValue",
    "Guardian",
    "Holiday",
    "OfficeHours",
    "Pupil",
    "Row",
    "ScaleScore",
    "School",
    "SchoolContact",
    "Settings",
    "WaitingEntry",
]
