"""Files in and out: school lists, holidays, caseloads, pasted lists."""
