"""The benchmark: the time that the plugin adds to the build of a site."""
