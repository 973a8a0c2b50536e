"""Addresses of the desk."""

from __future__ import annotations

from django.urls import URLPattern, path

from kept.web.desk import doors, me, overview, people

urlpatterns: list[URLPattern] = [
    path("", overview.show, name="desk"),
    path("login/", doors.log_in, name="desk-login"),
    path("login/code/", doors.log_in_code, name="desk-login-code"),
    path("logout/", doors.log_out, name="desk-logout"),
    path("link/", doors.ask_link, name="desk-ask-link"),
    path("link/<str:uid>/<str:token>/", doors.set_password, name="desk-set-password"),
    path("me/", me.show, name="desk-me"),
    path("me/password/", me.change_password, name="desk-me-password"),
    path("me/sessions/end/", me.end_sessions, name="desk-me-end-sessions"),
    path("me/factor/", me.start_factor, name="desk-me-factor"),
    path("me/factor/confirm/", me.confirm_factor, name="desk-me-factor-confirm"),
    path("me/factor/stop/", me.stop_factor, name="desk-me-factor-stop"),
    path("me/tokens/", me.issue_token, name="desk-me-token"),
    path("me/tokens/<code:token_id>/revoke/", me.revoke_token, name="desk-me-token-revoke"),
    path("people/", people.show, name="desk-people"),
    path("people/add/", people.add, name="desk-people-add"),
    path("people/<str:name>/", people.change, name="desk-people-change"),
]
