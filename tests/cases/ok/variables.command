check variables.edit --set intro=3s
