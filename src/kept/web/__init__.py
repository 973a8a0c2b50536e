"""The Django site: public pages now, desk, API and feeds to come."""
