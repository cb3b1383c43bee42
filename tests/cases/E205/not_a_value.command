check not_a_value.edit --set "intro=3 s" --set level=“35%”
