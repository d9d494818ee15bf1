"""What exists: the SQLModel tables, nothing else."""

from spreekuur.model.calendar import ClosedDay, Engagement, Holiday
from spreekuur.model.conversation import Conversation, ScaleScore
from spreekuur.model.draft import Draft
from spreekuur.model.goal import Agreement, FollowUp, Goal, GoalValue
from spreekuur.model.going_out import CarryOver, Feedback, FeedbackPupil, GivenEvent
from spreekuur.model.office_hours import Appointment, OfficeHours, OfficeHoursSeries, WaitingEntry
from spreekuur.model.partner import Partner
from spreekuur.model.pupil import ContactRhythm, Guardian, Pupil
from spreekuur.model.row import Row
from spreekuur.model.school import School, SchoolContact
from spreekuur.model.settings import Settings

__all__ = [
    "Agreement",
    "Appointment",
    "CarryOver",
    "ClosedDay",
    "ContactRhythm",
    "Conversation",
    "Draft",
    "Engagement",
    "Feedback",
    "FeedbackPupil",
    "FollowUp",
    "GivenEvent",
    "Goal",
    "GoalValue",
    "Guardian",
    "Holiday",
    "OfficeHours",
    "OfficeHoursSeries",
    "Partner",
    "Pupil",
    "Row",
    "ScaleScore",
    "School",
    "SchoolContact",
    "Settings",
    "WaitingEntry",
]
