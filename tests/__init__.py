"""The tests, and the two small tools that find a browser and a Node for them."""
