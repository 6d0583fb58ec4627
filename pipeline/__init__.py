"""What happens to calculators, theme and content, in order: from the sources to the site, the download and the tests."""
