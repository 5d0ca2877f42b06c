create table standard_edition (
    id          bigint      generated always as identity primary key,
    standard    text        not null,
    edition     text        not null,
    version     integer     not null check (version > 0),
    zip         bytea       not null,
    sha256      text        not null,
    deployment  text        not null,
    uploaded_by text        not null,
    uploaded_at timestamptz not null,
    removed_by  text,
    removed_at  timestamptz,
    unique (standard, edition, version),
    check ((removed_by is null) = (removed_at is null))
);
comment on table standard_edition is 'Standard packs that process owners have uploaded; of one edition the newest that is not removed is in force';
comment on column standard_edition.zip is 'As it was sent';
comment on column standard_edition.deployment is 'Id of the deployment of its decisions in the engine';
