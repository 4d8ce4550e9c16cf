"""Every code a problem of the input can carry: stable names for people, programs and the wording catalogue.

E1xx files and their shape, E2xx rows and values, E3xx what must agree across files, E4xx scenarios, W5xx warnings.
The sentences live in ``reports/wording/{vi,en}/problems.toml`` under the code: ``message``, ``remedy``, ``explain``.
"""

from enum import StrEnum

from model.problems import Severity


class Code(StrEnum):
    """A code by what it means."""

    FILE_MISSING = "E101"
    FILE_EMPTY = "E102"
    KEY_UNKNOWN = "E103"
    COLUMN_UNKNOWN = "E104"
    COLUMN_MISSING = "E105"
    ENCODING_UNKNOWN = "E106"
    LETTERS_GARBLED = "E107"
    LETTERS_LOST = "E108"
    YAML_BROKEN = "E109"
    KEY_TWICE = "E110"
    COLUMN_TWICE = "E111"
    TOO_MANY_CELLS = "E112"
    WORKBOOK_BROKEN = "E113"
    FILE_UNKNOWN = "E114"
    KEY_MISSING = "E115"
    PATH_MISSING = "E116"
    FOLDER_NOT_EMPTY = "E117"
    EXAMPLE_UNKNOWN = "E118"
    QUOTES_OPEN = "E119"
    CELL_WITHOUT_VALUE = "E120"
    INSTANCE_LINE = "E121"

    VALUE_MISSING = "E201"
    NUMBER_UNREADABLE = "E202"
    NUMBER_OUTSIDE = "E203"
    DATE_UNREADABLE = "E204"
    DATE_AMBIGUOUS = "E205"
    NUMBER_AMBIGUOUS = "E206"
    TIME_UNREADABLE = "E207"
    END_BEFORE_START = "E208"
    CHOICE_UNKNOWN = "E209"
    ID_TWICE = "E210"
    REFERENCE_UNKNOWN = "E211"
    LAW_INCOMPLETE = "E212"
    LAW_ORDER = "E213"
    BREAK_OUTSIDE = "E214"
    NUMBER_NOT_WHOLE = "E215"
    YES_NO_UNREADABLE = "E216"
    INTERVAL_UNREADABLE = "E217"
    WEEK_UNREADABLE = "E218"
    SHAPE_WRONG = "E219"
    PERSON_WITHOUT_SKILL = "E220"
    ONE_OF_TWO = "E221"
    STRETCHES_OVERLAP = "E222"
    WORD_RESERVED = "E223"
    LEADS_WRONG = "E231"
    WINDOWS_WRONG = "E232"
    SEATS_WRONG = "E233"

    SITE_WITHOUT_COUNTERS = "E301"
    SERVICE_NOT_OFFERED = "E302"
    SKILL_NOBODY_HOLDS = "E303"
    SHIFTS_OVERLAP = "E304"
    COUNTER_TAKEN = "E305"
    COUNTER_ELSEWHERE = "E306"
    LABOUR_RULE_MISSING = "E307"
    UNIT_CIRCLE = "E308"
    MINUTES_MISSING = "E309"
    PROFILE_MISSING = "E310"
    NO_DEMAND = "E311"

    SCENARIO_CIRCLE = "E401"
    SCENARIO_BASE_UNKNOWN = "E402"
    MERGED_TWICE = "E403"
    SCENARIO_REFERENCE_UNKNOWN = "E404"
    CHANGE_NOT_ONE = "E405"
    SITE_GONE = "E406"
    SCENARIO_ID_TAKEN = "E407"
    SITE_TAKEN = "E408"
    NEW_SITE_INCOMPLETE = "E409"
    MERGE_TABLE_DIFFERS = "E410"

    PROFILE_OUTSIDE_OPENING = "W501"
    PROFILE_NOT_ONE = "W502"
    HOLIDAYS_ESTIMATED = "W503"
    SKILL_MISSING_AT_SITE = "W504"
    SITE_WITHOUT_STAFF = "W505"
    OLD_ENCODING = "W506"
    NO_WORKING_DAY = "W507"
    WEEKEND_SHUT = "W508"
    DATE_NOT_WORKED = "W509"
    ARRIVALS_NOT_WORKED = "W510"
    SECONDMENT_LENGTH = "W520"
    AGENCY_WITHOUT_RESERVE = "W521"
    EQUIPMENT_MISSING = "W522"

    @property
    def severity(self) -> Severity:
        """An E stops the work, a W is only said."""
        return Severity.WARNING if self.value.startswith("W") else Severity.ERROR
