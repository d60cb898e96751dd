#!/bin/sh
# Adds the report of review.sh as a comment to a pull request or merge request, or updates its earlier comment.
#
#   comment.sh github 12     needs GITHUB_TOKEN and GITHUB_REPOSITORY
#   comment.sh gitlab 12     needs REVIEW_TOKEN, CI_API_V4_URL and CI_PROJECT_ID
#
# Only a comment that begins with the mark of the report and was written by the same user is updated. The exit code is always 0. If
# the token is not allowed to comment, as for a fork, the report is printed instead. review.sh decides whether the job fails.
#
# COSTAPI_REPORT  the report; default review.md
# COSTAPI_AUTHOR  GitHub: the user who writes the comments; default github-actions[bot], the user of GITHUB_TOKEN in a workflow
# Needs curl and jq.
set -eu

host=$1
number=$2
report=${COSTAPI_REPORT:-review.md}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

give_up() {
  echo "::warning::The report is not on the request: $1" >&2
  if [ -f "$report" ]; then cat "$report"; fi
  exit 0
}

[ -s "$report" ] || give_up "there is no $report."
mark=$(sed -n '1s/^\(<!-- [A-Za-z0-9_.-]* -->\)$/\1/p' "$report")
[ -n "$mark" ] || give_up "$report does not begin with a mark."

case $host in
  github)
    [ -n "${GITHUB_TOKEN:-}" ] || give_up "there is no GITHUB_TOKEN."
    printf 'header = "Authorization: Bearer %s"\nheader = "Accept: application/vnd.github+json"\n' "$GITHUB_TOKEN" > "$work/auth"
    api=${GITHUB_API_URL:-https://api.github.com}/repos/$GITHUB_REPOSITORY
    comments=$api/issues/$number/comments
    one=$api/issues/comments
    author=${COSTAPI_AUTHOR:-github-actions[bot]}
    update=PATCH
    ;;
  gitlab)
    [ -n "${REVIEW_TOKEN:-}" ] || give_up "there is no REVIEW_TOKEN."
    printf 'header = "PRIVATE-TOKEN: %s"\n' "$REVIEW_TOKEN" > "$work/auth"
    comments=$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$number/notes
    one=$comments
    author=
    update=PUT
    ;;
  *)
    echo "comment.sh: the first argument is github or gitlab, not '$host'." >&2
    exit 64
    ;;
esac

# Calls the API and writes the answer to $work/answer. The token is in a file, so that it does not appear in the list of processes.
ask() {
  curl -sS --fail-with-body --connect-timeout 10 --max-time 60 -K "$work/auth" -o "$work/answer" "$@" 2> "$work/error" && return 0
  give_up "$(tr '\n' ' ' < "$work/error")$(jq -r '.message // empty | tostring' "$work/answer" 2> /dev/null || true)"
}

if [ "$host" = gitlab ]; then
  ask "$CI_API_V4_URL/user"
  author=$(jq -r .username "$work/answer")
fi

id=
page=1
while [ -z "$id" ]; do
  ask "$comments?per_page=100&page=$page"
  id=$(jq -r --arg mark "$mark" --arg author "$author" \
    'map(select((.body // "" | startswith($mark)) and ((.user // .author) | (.login // .username) == $author))) | first | .id // empty' "$work/answer")
  if [ "$(jq length "$work/answer")" -lt 100 ]; then break; fi
  page=$((page + 1))
done

jq -Rs '{ body: . }' "$report" > "$work/comment"
if [ -n "$id" ]; then
  ask -X "$update" -H 'Content-Type: application/json' --data-binary "@$work/comment" "$one/$id"
else
  ask -H 'Content-Type: application/json' --data-binary "@$work/comment" "$comments"
fi
