"""Public holidays of the Netherlands, Goede Vrijdag too, as the `holidays` library has them."""

from __future__ import annotations

ROWS = """\
2024-01-01 Nieuwjaarsdag
2024-03-29 Goede vrijdag
2024-03-31 Eerste paasdag
2024-04-01 Tweede paasdag
2024-04-27 Koningsdag
2024-05-09 Hemelvaartsdag
2024-05-19 Eerste pinksterdag
2024-05-20 Tweede pinksterdag
2024-12-25 Eerste kerstdag
2024-12-26 Tweede kerstdag
2025-01-01 Nieuwjaarsdag
2025-04-18 Goede vrijdag
2025-04-20 Eerste paasdag
2025-04-21 Tweede paasdag
2025-04-26 Koningsdag
2025-05-05 Bevrijdingsdag
2025-05-29 Hemelvaartsdag
2025-06-08 Eerste pinksterdag
2025-06-09 Tweede pinksterdag
2025-12-25 Eerste kerstdag
2025-12-26 Tweede kerstdag
2026-01-01 Nieuwjaarsdag
2026-04-03 Goede vrijdag
2026-04-05 Eerste paasdag
2026-04-06 Tweede paasdag
2026-04-27 Koningsdag
2026-05-14 Hemelvaartsdag
2026-05-24 Eerste pinksterdag
2026-05-25 Tweede pinksterdag
2026-12-25 Eerste kerstdag
2026-12-26 Tweede kerstdag
2027-01-01 Nieuwjaarsdag
2027-03-26 Goede vrijdag
2027-03-28 Eerste paasdag
2027-03-29 Tweede paasdag
2027-04-27 Koningsdag
2027-05-06 Hemelvaartsdag
2027-05-16 Eerste pinksterdag
2027-05-17 Tweede pinksterdag
2027-12-25 Eerste kerstdag
2027-12-26 Tweede kerstdag
2028-01-01 Nieuwjaarsdag
2028-04-14 Goede vrijdag
2028-04-16 Eerste paasdag
2028-04-17 Tweede paasdag
2028-04-27 Koningsdag
2028-05-25 Hemelvaartsdag
2028-06-04 Eerste pinksterdag
2028-06-05 Tweede pinksterdag
2028-12-25 Eerste kerstdag
2028-12-26 Tweede kerstdag
2029-01-01 Nieuwjaarsdag
2029-03-30 Goede vrijdag
2029-04-01 Eerste paasdag
2029-04-02 Tweede paasdag
2029-04-27 Koningsdag
2029-05-10 Hemelvaartsdag
2029-05-20 Eerste pinksterdag
2029-05-21 Tweede pinksterdag
2029-12-25 Eerste kerstdag
2029-12-26 Tweede kerstdag
2030-01-01 Nieuwjaarsdag
2030-04-19 Goede vrijdag
2030-04-21 Eerste paasdag
2030-04-22 Tweede paasdag
2030-04-27 Koningsdag
2030-05-05 Bevrijdingsdag
2030-05-30 Hemelvaartsdag
2030-06-09 Eerste pinksterdag
2030-06-10 Tweede pinksterdag
2030-12-25 Eerste kerstdag
2030-12-26 Tweede kerstdag
2031-01-01 Nieuwjaarsdag
2031-04-11 Goede vrijdag
2031-04-13 Eerste paasdag
2031-04-14 Tweede paasdag
2031-04-26 Koningsdag
2031-05-22 Hemelvaartsdag
2031-06-01 Eerste pinksterdag
2031-06-02 Tweede pinksterdag
2031-12-25 Eerste kerstdag
2031-12-26 Tweede kerstdag
2032-01-01 Nieuwjaarsdag
2032-03-26 Goede vrijdag
2032-03-28 Eerste paasdag
2032-03-29 Tweede paasdag
2032-04-27 Koningsdag
2032-05-06 Hemelvaartsdag
2032-05-16 Eerste pinksterdag
2032-05-17 Tweede pinksterdag
2032-12-25 Eerste kerstdag
2032-12-26 Tweede kerstdag
2033-01-01 Nieuwjaarsdag
2033-04-15 Goede vrijdag
2033-04-17 Eerste paasdag
2033-04-18 Tweede paasdag
2033-04-27 Koningsdag
2033-05-26 Hemelvaartsdag
2033-06-05 Eerste pinksterdag
2033-06-06 Tweede pinksterdag
2033-12-25 Eerste kerstdag
2033-12-26 Tweede kerstdag
2034-01-01 Nieuwjaarsdag
2034-04-07 Goede vrijdag
2034-04-09 Eerste paasdag
2034-04-10 Tweede paasdag
2034-04-27 Koningsdag
2034-05-18 Hemelvaartsdag
2034-05-28 Eerste pinksterdag
2034-05-29 Tweede pinksterdag
2034-12-25 Eerste kerstdag
2034-12-26 Tweede kerstdag
2035-01-01 Nieuwjaarsdag
2035-03-23 Goede vrijdag
2035-03-25 Eerste paasdag
2035-03-26 Tweede paasdag
2035-04-27 Koningsdag
2035-05-03 Hemelvaartsdag
2035-05-05 Bevrijdingsdag
2035-05-13 Eerste pinksterdag
2035-05-14 Tweede pinksterdag
2035-12-25 Eerste kerstdag
2035-12-26 Tweede kerstdag
2036-01-01 Nieuwjaarsdag
2036-04-11 Goede vrijdag
2036-04-13 Eerste paasdag
2036-04-14 Tweede paasdag
2036-04-26 Koningsdag
2036-05-22 Hemelvaartsdag
2036-06-01 Eerste pinksterdag
2036-06-02 Tweede pinksterdag
2036-12-25 Eerste kerstdag
2036-12-26 Tweede kerstdag
2037-01-01 Nieuwjaarsdag
2037-04-03 Goede vrijdag
2037-04-05 Eerste paasdag
2037-04-06 Tweede paasdag
2037-04-27 Koningsdag
2037-05-14 Hemelvaartsdag
2037-05-24 Eerste pinksterdag
2037-05-25 Tweede pinksterdag
2037-12-25 Eerste kerstdag
2037-12-26 Tweede kerstdag
2038-01-01 Nieuwjaarsdag
2038-04-23 Goede vrijdag
2038-04-25 Eerste paasdag
2038-04-26 Tweede paasdag
2038-04-27 Koningsdag
2038-06-03 Hemelvaartsdag
2038-06-13 Eerste pinksterdag
2038-06-14 Tweede pinksterdag
2038-12-25 Eerste kerstdag
2038-12-26 Tweede kerstdag
2039-01-01 Nieuwjaarsdag
2039-04-08 Goede vrijdag
2039-04-10 Eerste paasdag
2039-04-11 Tweede paasdag
2039-04-27 Koningsdag
2039-05-19 Hemelvaartsdag
2039-05-29 Eerste pinksterdag
2039-05-30 Tweede pinksterdag
2039-12-25 Eerste kerstdag
2039-12-26 Tweede kerstdag
2040-01-01 Nieuwjaarsdag
2040-03-30 Goede vrijdag
2040-04-01 Eerste paasdag
2040-04-02 Tweede paasdag
2040-04-27 Koningsdag
2040-05-05 Bevrijdingsdag
2040-05-10 Hemelvaartsdag
2040-05-20 Eerste pinksterdag
2040-05-21 Tweede pinksterdag
2040-12-25 Eerste kerstdag
2040-12-26 Tweede kerstdag"""
"""One a line: the day and its name."""
