"""Reads one iCalendar object from standard input and lets libical judge it: parse errors and RFC 5546 restrictions.

Prints what it found as one JSON object: {"errors": n, "restrictions": true|false, "text": "..."}.
Needs the library of Debian's package libical3.
"""

import ctypes
import json
import sys

library = ctypes.CDLL("libical.so.3")
library.icalparser_parse_string.restype = ctypes.c_void_p
library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
for name in ("icalrestriction_check", "icalcomponent_count_errors"):
    getattr(library, name).restype = ctypes.c_int
    getattr(library, name).argtypes = [ctypes.c_void_p]
library.icalcomponent_as_ical_string.restype = ctypes.c_char_p
library.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]

component = library.icalparser_parse_string(sys.stdin.buffer.read())
if not component:
    print(json.dumps({"errors": -1, "restrictions": False, "text": ""}))
    sys.exit()
# Checking writes X-LIC-ERROR properties into the component, so count after it.
restrictions = library.icalrestriction_check(component) == 1
errors = library.icalcomponent_count_errors(component)
text = library.icalcomponent_as_ical_string(component).decode()
print(json.dumps({"errors": errors, "restrictions": restrictions, "text": text}))
