-- SPDX-FileCopyrightText: 2026 The Leadroom contributors
-- SPDX-License-Identifier: EUPL-1.2

-- Leadroom's three roles, and what each may do in this database. Run it once as a superuser,
-- connected to Leadroom's own, still empty database; it can be run again without harm.
--
--   leadroom_owner   owns the tables and changes them at an upgrade; sees every council
--   leadroom_app     serves: reads and writes rows, one council at a time; owns nothing
--   leadroom_backup  reads everything, writes nothing; sees every council

DO $roles$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['leadroom_owner', 'leadroom_app', 'leadroom_backup'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', name);
        END IF;
    END LOOP;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO leadroom_owner, leadroom_app, leadroom_backup', current_database()
    );
END
$roles$;

ALTER ROLE leadroom_owner NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS;
ALTER ROLE leadroom_app NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
ALTER ROLE leadroom_backup NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO leadroom_owner;
GRANT USAGE ON SCHEMA public TO leadroom_app, leadroom_backup;

ALTER DEFAULT PRIVILEGES FOR ROLE leadroom_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO leadroom_app;
ALTER DEFAULT PRIVILEGES FOR ROLE leadroom_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO leadroom_app;
ALTER DEFAULT PRIVILEGES FOR ROLE leadroom_owner IN SCHEMA public
    GRANT SELECT ON TABLES TO leadroom_backup;
ALTER DEFAULT PRIVILEGES FOR ROLE leadroom_owner IN SCHEMA public
    GRANT SELECT ON SEQUENCES TO leadroom_backup;
