create table staff_document (
    account_id         text        primary key references account,
    id_type            text        not null,
    id_number          text        not null,
    person_fingerprint text        not null,
    recorded_by        text        not null,
    recorded_at        timestamptz not null,
    constraint staff_document_of_one_person unique (person_fingerprint)
);
comment on table staff_document is 'Identity documents of staff, so that whoever applies is known as the same person 回避';
comment on column staff_document.id_number is 'encrypted';
comment on column staff_document.person_fingerprint is 'keyed hash of the identity document, as of application.person_fingerprint';

alter table account_change drop constraint account_change_change_check;
alter table account_change add constraint account_change_change_check check (change in ('registered', 'created', 'pre-registered',
    'claimed', 'granted', 'enabled', 'disabled', 'password-changed', 'contact-changed', 'contact-confirmed', 'contact-removed',
    'document-recorded', 'document-removed'));
