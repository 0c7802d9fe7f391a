# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `leadroom pack check` says: one plain sentence for each kind of problem, and how to mend it."""

from leadroom.core.skills.check import Problem

SENTENCES = {
    # the shape of a part
    "key-missing": "“{key}” is missing here.",
    "key-unknown": "Nobody reads “{key}”. Known here: {keys}.",
    "not-a-mapping": "Here should be keys with values: {keys}.",
    "not-a-list": "Here should be a list with at least one item.",
    "not-a-text": "Here should be a text in quotes.",
    "not-a-number": "“{value}” should be a whole number from {low} to {high}.",
    "not-a-flag": "Here should be true or false.",
    "not-a-key": "“{value}” is not a key: use a to z, digits and hyphens, such as building-trust.",
    "not-a-version": "“{value}” is not a version: use three numbers in quotes, such as 1.0.0.",
    "not-a-reference": "“{value}” does not name a pack: use key@version, such as skills-map@1.0.0.",
    "not-one-of": "“{value}” is not known here. Use one of: {known}.",
    "language-missing": "The text in “{language}” is missing.",
    "language-unknown": "“{language}” is not one of the languages en, da and sv.",
    "text-empty": "The text in “{language}” is empty.",
    # what stands together
    "key-differs": "The key is “{key}”, but the folder is named “{folder}”. They must be the same.",
    "key-repeated": "“{value}” is used twice, first in {first}. Keys must be unique.",
    "value-repeated": "“{value}” stands here twice, first in {first}. Keep one.",
    "file-name": "By its key and order this file should be named {file}.",
    "domain-count": "The map has {count} domains; it should have {right}.",
    "area-count": "The domains name {count} areas; they should name {right}.",
    "competency-count": "The map has {count} competencies; it should have {right}.",
    "area-size": "This area has {count} competencies; it should have 3 or 4.",
    "area-missing": "No file in areas/ has the area “{area}”.",
    "area-stray": "No domain in pack.yaml names the area “{area}”.",
    "area-elsewhere": "This says the domain “{found}”, but pack.yaml puts the area under “{domain}”.",
    "scan-missing": "No competency of this area is asked in the short scan. Mark one with scan: true.",
    "scan-repeated": "One competency of an area is asked in the short scan, and “{first}” is it already.",
    "levels-wrong": "The levels should be, in this order: {levels}.",
    "process-unknown": "pack.yaml has no process “{process}”. Known: {known}.",
    "source-unknown": "pack.yaml has no source “{source}”.",
    "source-unused": "No competency names the source “{source}”.",
    # how texts read
    "name-long": "This name in “{language}” has {length} characters; at most {most} fit.",
    "not-one-sentence": "The text in “{language}” should be one sentence that ends with a full stop.",
    "not-a-question": "The text in “{language}” should be one question.",
    "word-count": "The text in “{language}” has {words} words; it should have {fewest} to {most}.",
    "average-long": "Behaviours in “{language}” have {average} words on average; at most {most} is right.",
    "degree-word": "“{word}” says how much, not what is done. Say what a colleague would see ({language}).",
    "behaviours-alike": "In “{language}” this says nearly the same as “{other}”. Let something else be done.",
    "text-repeated": "Another text says the same, in {first}: “{value}”.",
    "term-avoided": "Say “{use}” rather than “{avoid}” ({language}).",
    # roles
    "no-roles": "This pack has no role: no file in roles/.",
    "map-unknown": "There is no map “{map}”. Found: {known}.",
    "target-missing": "There is no target for “{competency}”.",
    "target-unknown": "The map has no competency “{competency}”.",
    "range-upside-down": "min is {low} and max is {high}: min must not be above max.",
    "weights-alike": "All weights are {weight}: then none matters more than another.",
    # what leans on a map
    "map-source-unknown": "The map has no source “{source}”.",
    "item-missing": "“{key}” is missing among these.",
    "question-count": "The mirror has {count} questions; it should have {right}.",
    "point-count": "This scale has {count} points; it should have {right}.",
    "alone-like-team": "In “{language}” this says the same as the wording for one person. Ask about us.",
    "no-paths": "This pack has no path: no file in paths/.",
    "stage-count": "This path has {count} stages; it should have {fewest} to {most}.",
    # what others demand, and example levels
    "no-initiatives": "This pack has no initiative: no file in initiatives/.",
    "key-long": "The key “{value}” is too long: at most {most} characters, cut between words.",
    "not-an-amount": "“{value}” should be a number from {low} to {high}.",
    "not-an-address": "“{value}” is not an address: begin with https://.",
    "not-a-date": "“{value}” is not a date: write a year, a month or a day in quotes, such as 2027, 2027-12 or 2027-12-31.",
    "before-start": "The deadline {deadline} comes before the start {start}.",
    "binds-not-yet": "What is only proposed binds nobody yet: leave legal_basis out.",
    # the directory of councils
    "header-differs": "The first line should read exactly: {columns}",
    "table-empty": "The table has no council.",
    "cell-count": "This row has {count} cells; it should have {right}.",
    "cell-empty": "The cell “{column}” is empty.",
    "cell-spaces": "The cell “{column}” begins or ends with a space.",
    "country-unknown": "The country “{country}” is not one of {known}.",
    "out-of-range": "“{value}” in “{column}” should be a number from {low} to {high}.",
    "council-repeated": "The council {country} {code} is already in line {first}.",
}


def sentence(problem: Problem) -> str:
    """Return what to say about a problem."""
    return SENTENCES[problem.code].format(**problem.details)
