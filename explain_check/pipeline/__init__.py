"""The stages in order, for one document."""

from explain_check.pipeline.check import all_rules, check_document, check_source, check_text, find_rule, readable_suffixes
from explain_check.pipeline.dump import STAGES, dump_stage
from explain_check.pipeline.growth import find_broken_rows, suggest_phrases
from explain_check.pipeline.year_record import year_record
from explain_check.pipeline.years import check_years, judge_years

__all__ = [
    "STAGES",
    "all_rules",
    "check_document",
    "check_source",
    "check_text",
    "check_years",
    "dump_stage",
    "find_broken_rows",
    "find_rule",
    "judge_years",
    "readable_suffixes",
    "suggest_phrases",
    "year_record",
]
