# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""What CASE 1.1 and Open Badges 3.0 ask of a document, written by us from their public descriptions."""

from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
UUID = {"type": "string", "format": "uuid"}
URI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:\S+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
LANGUAGE = {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"}


def _object(needed: dict[str, Any], more: dict[str, Any] | None = None) -> dict[str, Any]:
    properties = {**needed, **(more or {})}
    return {
        "type": "object",
        "properties": properties,
        "required": list(needed),
        "additionalProperties": False,
    }


def _list(of: dict[str, Any], least: int = 1) -> dict[str, Any]:
    return {"type": "array", "items": of, "minItems": least}


SELF = {"identifier": UUID, "uri": URI, "lastChangeDateTime": MOMENT}
LINK = _object({"title": TEXT, "identifier": UUID, "uri": URI}, {"targetType": {"const": "CASE"}})
KINDS = [
    "isChildOf", "isPeerOf", "isPartOf", "exactMatchOf", "precedes", "isRelatedTo", "replacedBy", "exemplar",
    "hasSkillLevel", "isTranslationOf",
]  # fmt: skip
LEVEL = _object(
    SELF,
    {"quality": TEXT, "description": TEXT, "score": {"type": "integer"}, "position": {"type": "integer"}},
)
CRITERION = _object(
    {**SELF, "CFRubricCriterionLevels": _list(LEVEL)},
    {"CFItemURI": LINK, "category": TEXT, "position": {"type": "integer", "minimum": 1}},
)
CASE = _object({
    "CFDocument": _object(
        {**SELF, "creator": TEXT, "title": TEXT},
        {"language": LANGUAGE, "version": TEXT, "description": TEXT, "licenseURI": LINK, "frameworkType": TEXT,
         "caseVersion": {"const": "1.1"}, "extensions": {"type": "object"}},
    ),
    "CFItems": _list(_object(
        {**SELF, "fullStatement": TEXT},
        {"abbreviatedStatement": TEXT, "humanCodingScheme": TEXT, "CFItemType": TEXT, "CFItemTypeURI": LINK,
         "language": LANGUAGE, "CFDocumentURI": LINK},
    )),
    "CFAssociations": _list(_object(
        {**SELF, "associationType": {"enum": KINDS}, "originNodeURI": LINK, "destinationNodeURI": LINK},
        {"sequenceNumber": {"type": "integer", "minimum": 1}},
    )),
    "CFDefinitions": _object({
        "CFItemTypes": _list(_object({**SELF, "title": TEXT, "description": TEXT, "hierarchyCode": TEXT}), 0),
        "CFLicenses": _list(_object({**SELF, "title": TEXT, "licenseText": TEXT}), 0),
    }),
    "CFRubrics": _list(_object({**SELF, "CFRubricCriteria": _list(CRITERION)}, {"title": TEXT}), 0),
})  # fmt: skip

PROFILE = _object({"id": URI, "type": {"const": ["Profile"]}, "name": TEXT})
IDENTITY = _object({
    "type": {"const": "IdentityObject"}, "hashed": {"const": True}, "salt": TEXT,
    "identityHash": {"type": "string", "pattern": r"^sha256\$[0-9a-f]{64}$"},
    "identityType": {"const": "emailAddress"},
})  # fmt: skip
RUBRIC_LEVEL = _object(
    {"id": URI, "type": {"const": ["RubricCriterionLevel"]}, "name": TEXT},
    {"level": TEXT, "description": TEXT},
)
ACHIEVEMENT = _object(
    {"id": URI, "type": {"const": ["Achievement"]}, "name": TEXT, "description": TEXT,
     "criteria": _object({"narrative": TEXT})},
    {"achievementType": {"const": "Competency"}, "humanCode": TEXT, "inLanguage": LANGUAGE, "version": TEXT,
     "alignment": _list(_object(
         {"type": {"const": ["Alignment"]}, "targetName": TEXT, "targetUrl": URI},
         {"targetType": {"enum": ["CFItem", "CFRubricCriterionLevel"]}, "targetCode": TEXT, "targetFramework": TEXT})),
     "resultDescription": _list(_object({
         "id": URI, "type": {"const": ["ResultDescription"]}, "name": TEXT,
         "resultType": {"const": "RubricCriterionLevel"}, "rubricCriterionLevel": _list(RUBRIC_LEVEL)}))},
)  # fmt: skip
BADGE = _object(
    {
        "@context": {"const": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]},
        "id": URI,
        "type": {"const": ["VerifiableCredential", "OpenBadgeCredential"]},
        "issuer": PROFILE,
        "validFrom": MOMENT,
        "credentialSubject": _object(
            {"type": {"const": ["AchievementSubject"]}, "achievement": ACHIEVEMENT, "identifier": _list(IDENTITY)},
            {"result": _list(_object({"type": {"const": ["Result"]}, "resultDescription": URI, "achievedLevel": URI}))},
        ),
    },
    {"name": TEXT},
)  # fmt: skip


def wrong(document: Any, schema: dict[str, Any]) -> list[str]:
    """Return where a document is not what a schema asks, and how."""
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{each.json_path}: {each.message}" for each in validator.iter_errors(document)]
