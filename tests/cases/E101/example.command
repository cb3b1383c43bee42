check exampel.edit
