"""How the shipped readers are trained and scored. Nothing here is needed to run them."""
