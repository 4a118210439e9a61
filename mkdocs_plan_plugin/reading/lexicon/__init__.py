"""The words that readers look for, as data, one file per concept. Imports no reader."""
