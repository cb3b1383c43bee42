check example.edit --set intro=long
