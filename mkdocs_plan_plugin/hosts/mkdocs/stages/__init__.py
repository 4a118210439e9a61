"""A build of a MkDocs site, stage by stage, each made of the one before."""
