#!/usr/bin/env bash
# Writes deploy/.env with fresh passwords and keys, once. Keep the file out of version control and back it up:
# without TIEOUT_TOKEN_KEY the stored OAuth tokens cannot be read again.
set -euo pipefail
cd "$(dirname "$0")"
[ -e .env ] && { echo "deploy/.env exists already; remove it to make new secrets" >&2; exit 1; }
umask 077
random() { openssl rand -hex 24; }
key_pair() { # NAME: TIEOUT_NAME_PRIVATE_KEY and TIEOUT_NAME_PUBLIC_KEY, Ed25519, DER in base64
    local pem; pem=$(openssl genpkey -algorithm ed25519)
    printf 'TIEOUT_%s_PRIVATE_KEY=%s\n' "$1" "$(openssl pkey -outform DER <<<"$pem" | base64 -w0)"
    printf 'TIEOUT_%s_PUBLIC_KEY=%s\n' "$1" "$(openssl pkey -pubout -outform DER <<<"$pem" | base64 -w0)"
}
{
    printf 'POSTGRES_PASSWORD=%s\n' "$(random)"
    printf 'DB_OWNER_PASSWORD=%s\n' "$(random)"
    printf 'KAFKA_ADMIN_PASSWORD=%s\n' "$(random)"
    for service in INGEST INVOICE RECONCILE AUDIT WRITEBACK CONSOLE; do
        printf '%s_DB_PASSWORD=%s\n%s_KAFKA_PASSWORD=%s\n' "$service" "$(random)" "$service" "$(random)"
    done
    key_pair AUDIT
    key_pair CONSOLE
    key_pair INGEST
    printf 'TIEOUT_TOKEN_KEY=%s\n' "$(openssl rand -base64 32)"
    printf 'TIEOUT_LINK_SECRET=%s\n' "$(random)"
    printf 'GRAFANA_PASSWORD=%s\n' "$(random)"
} >.env
echo "wrote deploy/.env"
