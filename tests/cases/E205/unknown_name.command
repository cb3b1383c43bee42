check unknown_name.edit --set intor=4s --set nothing --set =3s
