"""The build: from the calculators, the theme and the content to the site, the download and the tests."""
