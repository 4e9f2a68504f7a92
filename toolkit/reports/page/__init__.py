"""The parts of the HTML report: findings into plain data, data through templates into a page."""
