"""Rules for text that went through a newsroom's systems. All there is to it are the YAML files in `rules`."""
