"""The rosters of all sites of a city: solved site by site on all cores, then coupled by lending staff."""
