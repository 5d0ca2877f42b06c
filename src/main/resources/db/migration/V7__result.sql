create table result (
    case_number  text        primary key,
    state        text        not null check (state in ('PROPOSED', 'SENT_BACK', 'APPROVED', 'PUBLIC', 'FAILED', 'WITHDRAWN')),
    outcome      text        not null check (outcome in ('passed', 'failed')),
    public_from  timestamptz,
    public_until timestamptz check (public_until >= public_from),
    version      integer     not null default 0,
    check ((public_from is null) = (public_until is null)),
    check (state <> 'PUBLIC' or public_until is not null),
    check (state in ('PUBLIC', 'WITHDRAWN') or public_until is null),
    check (state <> 'PUBLIC' or outcome = 'passed'),
    check (state <> 'FAILED' or outcome = 'failed')
);

create table result_decision (
    case_number  text        not null references result,
    position     integer     not null,
    approved     boolean     not null,
    completeness boolean     not null,
    conformity   boolean     not null,
    correctness  boolean     not null,
    reason       text        not null,
    decided_by   text        not null,
    decided_at   timestamptz not null,
    answer       text,
    answered_by  text,
    primary key (case_number, position),
    check (not approved or completeness and conformity and correctness),
    check (approved or reason <> ''),
    check ((answer is null) = (answered_by is null))
);
comment on table result_decision is 'What the approver said each time: 完整性、符合性、正确性, and the answer to what was sent back';

create table result_part (
    case_number text        not null,
    part        text        not null,
    outcome     text        not null check (outcome in ('passed', 'failed', 'absent', 'disciplined')),
    recorded_at timestamptz not null,
    position    integer     not null,
    primary key (case_number, part),
    unique (case_number, position)
);
