#!/bin/bash
# Roles and schemas: one owner for migrations, one role for each service that can touch nothing but its own schema.
set -euo pipefail
sql() { psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" "$@"; }
sql -v password="$DB_OWNER_PASSWORD" <<'SQL'
CREATE ROLE tieout_owner LOGIN PASSWORD :'password';
SQL
database=$POSTGRES_DB
sql -c "REVOKE ALL ON DATABASE \"$database\" FROM PUBLIC" -c "REVOKE ALL ON SCHEMA public FROM PUBLIC" \
    -c "GRANT CONNECT, CREATE ON DATABASE \"$database\" TO tieout_owner"
grant() { # SCHEMA SERVICE RIGHTS
    sql -c "GRANT USAGE ON SCHEMA $1 TO tieout_$2" \
        -c "ALTER DEFAULT PRIVILEGES FOR ROLE tieout_owner IN SCHEMA $1 GRANT $3 ON TABLES TO tieout_$2" \
        -c "ALTER DEFAULT PRIVILEGES FOR ROLE tieout_owner IN SCHEMA $1 GRANT USAGE, SELECT ON SEQUENCES TO tieout_$2"
}
everything="SELECT, INSERT, UPDATE, DELETE"
for service in ingest invoice reconcile audit writeback console; do
    variable="${service^^}_DB_PASSWORD"
    sql -v password="${!variable}" -v role="tieout_$service" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
SQL
    sql -c "GRANT CONNECT ON DATABASE \"$database\" TO tieout_$service" -c "CREATE SCHEMA $service AUTHORIZATION tieout_owner"
    if [ "$service" = audit ]; then rights="SELECT, INSERT"; else rights=$everything; fi
    grant "$service" "$service" "$rights"
done
for shared in connections documents; do sql -c "CREATE SCHEMA $shared AUTHORIZATION tieout_owner"; done
grant connections ingest "$everything"
grant connections writeback "$everything"
grant documents ingest "SELECT, INSERT, UPDATE"
for reader in console invoice writeback; do grant documents "$reader" SELECT; done
