"""What `check` keeps between runs, so that what was found out once is not found out again.

It lies in the folder that the user's system has for such things and never in the project: what
somebody else writes there, with a pull request, is not taken for an answer of ours. Nothing kept is
run, and nothing is missed if it is lost.
"""
