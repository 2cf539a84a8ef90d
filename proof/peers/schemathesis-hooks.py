"""Hooks for the comparison. Every request to the known appointment gets a new fixture; some have a closed or a missing
appointment. In the stateful phase, an accepted update is followed by another update of the same appointment. Values that
must exist are replaced by existing ones. Deliberately wrong values stay unchanged."""

import json
import os
import re
import urllib.request

import schemathesis

API = os.environ["PEER_API"]
CONTROL = os.environ["PEER_CONTROL"]
KNOWN = json.loads(os.environ["PEER_PATH"])
VALUES = json.loads(os.environ["PEER_VALUES"])
DATE_TIME = re.compile(r"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$")
UUID = re.compile(r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")
count = 0
# The fixture of the last request, while the stateful phase can update it again.
current = None


def fixture(is_positive):
    global count
    count += 1
    state, options = "appointment", {}
    # Where a request is wrong on purpose, 404 and 409 would hide what is made of it.
    if is_positive and count % 6 == 3:
        options = {"status": "CANCELLED" if API == "lobbie" else "cancelled"}
    if is_positive and count % 6 == 5:
        state = "no-appointment"
    body = json.dumps({"api": API, "state": state, "with": options, "caseId": f"schemathesis {count}"})
    request = urllib.request.Request(
        f"{CONTROL}/__sandbox/states", body.encode(), {"content-type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def fitting(body, values):
    if API == "lobbie":
        if type(body.get("practitionerId")) is int:
            body["practitionerId"] = values["practitionerId"][0]
        if body.get("status") in ("IN_TREATMENT", "CHECKED_OUT"):
            body["status"] = "CONFIRMED"
    else:
        location = body.get("location_id")
        # One in eight stays unchanged: an unknown location. With one in four, fuzzing ends after a dozen requests.
        if isinstance(location, str) and UUID.match(location) and location[0] not in "01":
            body["location_id"] = values["location_id"][0]
    name = "startTime" if API == "lobbie" else "scheduled_at"
    if isinstance(body.get(name), str) and DATE_TIME.match(body[name]) and valid_day(body[name]):
        body[name] = values[name][0]
    return body


def valid_day(text):
    from datetime import datetime

    try:
        datetime.fromisoformat(text[:19].upper())
        return re.search(r"[+-](2[4-9]|[3-9]\d):|[+-]\d\d:[6-9]\d", text) is None
    except ValueError:
        return False


def is_stateful(case):
    return case.meta is not None and case.meta.phase.name == "stateful"


@schemathesis.hook
def before_call(context, case, kwargs):
    global current
    parameters = case.path_parameters or {}
    values = VALUES
    if all(str(parameters.get(name)) == str(value) for name, value in KNOWN.items()):
        is_positive = case.meta is None or case.meta.generation.mode.is_positive
        if not is_stateful(case):
            made = fixture(is_positive)
        else:
            made = current = current or fixture(False)
        case.path_parameters = {**parameters, **made["path"]}
        values = made["values"] or VALUES
    if isinstance(case.body, dict):
        case.body = fitting(dict(case.body), values)


@schemathesis.hook
def after_call(context, case, response):
    global current
    if response.status_code != 200:
        current = None
