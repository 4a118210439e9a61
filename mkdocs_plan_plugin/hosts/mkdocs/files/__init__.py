"""The files of a build: mounted sources, navigation, languages, exports."""
