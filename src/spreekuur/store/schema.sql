CREATE TABLE engagement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	what VARCHAR NOT NULL,
	first DATE NOT NULL,
	last DATE NOT NULL,
	starts TIME,
	ends TIME,
	away BOOLEAN NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid)
);

CREATE INDEX ix_engagement_first ON engagement (first);

CREATE TABLE given_event (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	office_hours_id INTEGER NOT NULL,
	school VARCHAR NOT NULL,
	day DATE NOT NULL,
	starts TIME NOT NULL,
	ends TIME NOT NULL,
	sequence INTEGER NOT NULL,
	given_at DATETIME NOT NULL,
	UNIQUE (uid)
);

CREATE TABLE holiday (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	region VARCHAR NOT NULL,
	name VARCHAR NOT NULL,
	first DATE NOT NULL,
	last DATE NOT NULL,
	source VARCHAR NOT NULL,
	UNIQUE (uid)
);

CREATE INDEX ix_holiday_region ON holiday (region);

CREATE TABLE partner (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	circle VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	offers VARCHAR NOT NULL,
	waiting_time VARCHAR NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid)
);

CREATE TABLE school (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	brin6 VARCHAR,
	name VARCHAR NOT NULL,
	short_name VARCHAR NOT NULL,
	sector VARCHAR NOT NULL,
	street VARCHAR NOT NULL,
	house_number VARCHAR NOT NULL,
	postcode VARCHAR NOT NULL,
	place VARCHAR NOT NULL,
	municipality VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	website VARCHAR NOT NULL,
	rmc_region VARCHAR NOT NULL,
	holiday_region VARCHAR NOT NULL,
	source VARCHAR NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid),
	UNIQUE (brin6)
);

CREATE INDEX ix_school_name ON school (name);

CREATE TABLE settings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	initials VARCHAR NOT NULL,
	municipality VARCHAR NOT NULL,
	function VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	region VARCHAR NOT NULL,
	minutes INTEGER NOT NULL,
	shield_after INTEGER NOT NULL,
	lock_after INTEGER NOT NULL,
	theme VARCHAR NOT NULL,
	plain_signs BOOLEAN NOT NULL,
	second_roads BOOLEAN NOT NULL,
	copies_to VARCHAR NOT NULL,
	official_system VARCHAR DEFAULT 'JVS' NOT NULL,
	helping_questions BOOLEAN DEFAULT '1' NOT NULL,
	UNIQUE (uid)
);

CREATE TABLE closed_day (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	school_id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	first DATE NOT NULL,
	last DATE NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE CASCADE
);

CREATE INDEX ix_closed_day_school_id ON closed_day (school_id);

CREATE TABLE office_hours_series (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	school_id INTEGER NOT NULL,
	first DATE NOT NULL,
	until DATE NOT NULL,
	weeks INTEGER NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE CASCADE
);

CREATE INDEX ix_office_hours_series_school_id ON office_hours_series (school_id);

CREATE TABLE pupil (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	given VARCHAR NOT NULL,
	prefix VARCHAR NOT NULL,
	surname VARCHAR NOT NULL,
	sort_key VARCHAR NOT NULL,
	born DATE,
	school_id INTEGER,
	class_name VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	home_language VARCHAR NOT NULL,
	interpreter BOOLEAN NOT NULL,
	municipality VARCHAR NOT NULL,
	mentor VARCHAR NOT NULL,
	without_parents BOOLEAN NOT NULL,
	background VARCHAR DEFAULT '' NOT NULL,
	closed_on DATE,
	closed_because VARCHAR NOT NULL,
	added_at DATETIME NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE SET NULL
);

CREATE INDEX ix_pupil_open ON pupil (closed_on, sort_key);

CREATE INDEX ix_pupil_school_id ON pupil (school_id);

CREATE INDEX ix_pupil_sort_key ON pupil (sort_key);

CREATE TABLE school_contact (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	school_id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	classes VARCHAR DEFAULT '' NOT NULL,
	phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	receives_feedback BOOLEAN NOT NULL,
	left_on DATE,
	folded VARCHAR NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE CASCADE
);

CREATE INDEX ix_school_contact_school_id ON school_contact (school_id);

CREATE TABLE contact_rhythm (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	pupil_id INTEGER NOT NULL,
	days INTEGER NOT NULL,
	holder VARCHAR NOT NULL,
	UNIQUE (uid),
	UNIQUE (pupil_id),
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
);

CREATE TABLE draft (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	place VARCHAR NOT NULL,
	pupil_id INTEGER,
	text VARCHAR NOT NULL,
	cursor_row INTEGER NOT NULL,
	cursor_column INTEGER NOT NULL,
	at DATETIME NOT NULL,
	UNIQUE (uid),
	UNIQUE (place),
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE SET NULL
);

CREATE INDEX ix_draft_pupil_id ON draft (pupil_id);

CREATE TABLE feedback (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	school_id INTEGER NOT NULL,
	contact_id INTEGER,
	day DATE NOT NULL,
	receiver VARCHAR NOT NULL,
	text VARCHAR NOT NULL,
	sent_by VARCHAR NOT NULL,
	sent_at DATETIME NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE CASCADE,
	FOREIGN KEY(contact_id) REFERENCES school_contact (id) ON DELETE SET NULL
);

CREATE INDEX ix_feedback_contact_id ON feedback (contact_id);

CREATE INDEX ix_feedback_school_id ON feedback (school_id);

CREATE TABLE guardian (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	pupil_id INTEGER NOT NULL,
	name VARCHAR NOT NULL,
	relation VARCHAR NOT NULL,
	phone VARCHAR NOT NULL,
	email VARCHAR NOT NULL,
	language VARCHAR NOT NULL,
	authority VARCHAR NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
);

CREATE INDEX ix_guardian_pupil_id ON guardian (pupil_id);

CREATE TABLE office_hours (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	school_id INTEGER NOT NULL,
	series_id INTEGER,
	day DATE NOT NULL,
	starts TIME NOT NULL,
	ends TIME NOT NULL,
	minutes INTEGER NOT NULL,
	pause_starts TIME,
	pause_ends TIME,
	room VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	status_reason VARCHAR DEFAULT '' NOT NULL,
	list_closes_on DATE,
	UNIQUE (uid),
	FOREIGN KEY(school_id) REFERENCES school (id),
	FOREIGN KEY(series_id) REFERENCES office_hours_series (id) ON DELETE SET NULL
);

CREATE INDEX ix_office_hours_day ON office_hours (day);

CREATE INDEX ix_office_hours_school_id ON office_hours (school_id);

CREATE INDEX ix_office_hours_series_id ON office_hours (series_id);

CREATE TABLE waiting_entry (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	school_id INTEGER NOT NULL,
	pupil_id INTEGER NOT NULL,
	since DATE NOT NULL,
	not_before DATE NOT NULL,
	reason VARCHAR NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE CASCADE,
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
);

CREATE INDEX ix_waiting_entry_pupil_id ON waiting_entry (pupil_id);

CREATE INDEX ix_waiting_entry_school_id ON waiting_entry (school_id);

CREATE TABLE appointment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	office_hours_id INTEGER NOT NULL,
	pupil_id INTEGER,
	at TIME NOT NULL,
	minutes INTEGER,
	reason VARCHAR NOT NULL,
	attendance VARCHAR NOT NULL,
	started_at DATETIME,
	ended_at DATETIME,
	listed_on DATE,
	outcome VARCHAR NOT NULL,
	decision VARCHAR NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(office_hours_id) REFERENCES office_hours (id) ON DELETE CASCADE,
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
);

CREATE INDEX ix_appointment_office_hours_id ON appointment (office_hours_id);

CREATE INDEX ix_appointment_pupil_id ON appointment (pupil_id);

CREATE TABLE feedback_pupil (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	feedback_id INTEGER NOT NULL,
	pupil_id INTEGER NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(feedback_id) REFERENCES feedback (id) ON DELETE CASCADE,
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE
);

CREATE INDEX ix_feedback_pupil_feedback_id ON feedback_pupil (feedback_id);

CREATE INDEX ix_feedback_pupil_pupil_id ON feedback_pupil (pupil_id);

CREATE TABLE conversation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	pupil_id INTEGER,
	school_id INTEGER,
	appointment_id INTEGER,
	kind VARCHAR NOT NULL,
	with_whom VARCHAR NOT NULL,
	outcome VARCHAR NOT NULL,
	caller VARCHAR NOT NULL,
	said_on DATE NOT NULL,
	said_at TIME,
	written_at DATETIME NOT NULL,
	minutes INTEGER,
	text VARCHAR NOT NULL,
	reading VARCHAR NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
	FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE SET NULL,
	FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE SET NULL
);

CREATE INDEX ix_conversation_appointment_id ON conversation (appointment_id);

CREATE INDEX ix_conversation_contact ON conversation (pupil_id, outcome, said_on);

CREATE INDEX ix_conversation_said_on ON conversation (said_on);

CREATE INDEX ix_conversation_school_id ON conversation (school_id);

CREATE TABLE agreement (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	pupil_id INTEGER NOT NULL,
	conversation_id INTEGER,
	who VARCHAR NOT NULL,
	side VARCHAR NOT NULL,
	what VARCHAR NOT NULL,
	due DATE,
	at TIME,
	check_how VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	judged_on DATE,
	shared BOOLEAN NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
	FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);

CREATE INDEX ix_agreement_conversation_id ON agreement (conversation_id);

CREATE INDEX ix_agreement_step ON agreement (pupil_id, status, due, at, side, who, what);

CREATE TABLE carry_over (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	conversation_id INTEGER NOT NULL,
	done_at DATETIME NOT NULL,
	UNIQUE (uid),
	UNIQUE (conversation_id),
	FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);

CREATE TABLE follow_up (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	pupil_id INTEGER,
	school_id INTEGER,
	conversation_id INTEGER,
	appointment_id INTEGER,
	waiting_entry_id INTEGER,
	day DATE,
	at TIME,
	action VARCHAR NOT NULL,
	status VARCHAR NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
	FOREIGN KEY(school_id) REFERENCES school (id) ON DELETE CASCADE,
	FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE,
	FOREIGN KEY(appointment_id) REFERENCES appointment (id) ON DELETE SET NULL,
	FOREIGN KEY(waiting_entry_id) REFERENCES waiting_entry (id) ON DELETE SET NULL
);

CREATE INDEX ix_follow_up_appointment_id ON follow_up (appointment_id);

CREATE INDEX ix_follow_up_conversation_id ON follow_up (conversation_id);

CREATE INDEX ix_follow_up_school_id ON follow_up (school_id);

CREATE INDEX ix_follow_up_step ON follow_up (pupil_id, status, day, at, action, appointment_id);

CREATE INDEX ix_follow_up_waiting_entry_id ON follow_up (waiting_entry_id);

CREATE TABLE goal (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	pupil_id INTEGER NOT NULL,
	conversation_id INTEGER,
	text VARCHAR NOT NULL,
	start FLOAT,
	target FLOAT,
	due DATE,
	status VARCHAR NOT NULL,
	shared BOOLEAN NOT NULL,
	folded VARCHAR NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
	FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);

CREATE INDEX ix_goal_conversation_id ON goal (conversation_id);

CREATE INDEX ix_goal_pupil_id ON goal (pupil_id);

CREATE TABLE scale_score (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	pupil_id INTEGER NOT NULL,
	conversation_id INTEGER NOT NULL,
	day DATE NOT NULL,
	value INTEGER NOT NULL,
	target INTEGER,
	step VARCHAR DEFAULT '' NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(pupil_id) REFERENCES pupil (id) ON DELETE CASCADE,
	FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);

CREATE INDEX ix_scale_score_conversation_id ON scale_score (conversation_id);

CREATE INDEX ix_scale_score_pupil_id ON scale_score (pupil_id);

CREATE TABLE goal_value (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid VARCHAR NOT NULL,
	version INTEGER NOT NULL,
	goal_id INTEGER NOT NULL,
	conversation_id INTEGER,
	day DATE NOT NULL,
	value FLOAT NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(goal_id) REFERENCES goal (id) ON DELETE CASCADE,
	FOREIGN KEY(conversation_id) REFERENCES conversation (id) ON DELETE CASCADE
);

CREATE INDEX ix_goal_value_conversation_id ON goal_value (conversation_id);

CREATE INDEX ix_goal_value_goal_id ON goal_value (goal_id);

CREATE TABLE change (id INTEGER PRIMARY KEY, label TEXT NOT NULL, at TEXT NOT NULL, undone_at TEXT);

CREATE TABLE change_now (id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER);

CREATE TABLE journal (id INTEGER PRIMARY KEY, change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE, table_name TEXT NOT NULL, row_id INTEGER NOT NULL, was TEXT);

CREATE INDEX ix_journal_change_id ON journal (change_id);

INSERT INTO change_now VALUES (1, NULL);

CREATE TRIGGER journal_engagement_insert AFTER INSERT ON engagement WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'engagement', new.id, NULL); END;

CREATE TRIGGER journal_engagement_update AFTER UPDATE ON engagement WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'engagement', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'what', old.what, 'first', old.first, 'last', old.last, 'starts', old.starts, 'ends', old.ends, 'away', old.away, 'folded', old.folded)); END;

CREATE TRIGGER journal_engagement_delete AFTER DELETE ON engagement WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'engagement', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'what', old.what, 'first', old.first, 'last', old.last, 'starts', old.starts, 'ends', old.ends, 'away', old.away, 'folded', old.folded)); END;

CREATE TRIGGER journal_given_event_insert AFTER INSERT ON given_event WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'given_event', new.id, NULL); END;

CREATE TRIGGER journal_given_event_update AFTER UPDATE ON given_event WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'given_event', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'office_hours_id', old.office_hours_id, 'school', old.school, 'day', old.day, 'starts', old.starts, 'ends', old.ends, 'sequence', old.sequence, 'given_at', old.given_at)); END;

CREATE TRIGGER journal_given_event_delete AFTER DELETE ON given_event WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'given_event', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'office_hours_id', old.office_hours_id, 'school', old.school, 'day', old.day, 'starts', old.starts, 'ends', old.ends, 'sequence', old.sequence, 'given_at', old.given_at)); END;

CREATE TRIGGER journal_holiday_insert AFTER INSERT ON holiday WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'holiday', new.id, NULL); END;

CREATE TRIGGER journal_holiday_update AFTER UPDATE ON holiday WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'holiday', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'region', old.region, 'name', old.name, 'first', old.first, 'last', old.last, 'source', old.source)); END;

CREATE TRIGGER journal_holiday_delete AFTER DELETE ON holiday WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'holiday', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'region', old.region, 'name', old.name, 'first', old.first, 'last', old.last, 'source', old.source)); END;

CREATE TRIGGER journal_partner_insert AFTER INSERT ON partner WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'partner', new.id, NULL); END;

CREATE TRIGGER journal_partner_update AFTER UPDATE ON partner WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'partner', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'name', old.name, 'circle', old.circle, 'phone', old.phone, 'offers', old.offers, 'waiting_time', old.waiting_time, 'folded', old.folded)); END;

CREATE TRIGGER journal_partner_delete AFTER DELETE ON partner WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'partner', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'name', old.name, 'circle', old.circle, 'phone', old.phone, 'offers', old.offers, 'waiting_time', old.waiting_time, 'folded', old.folded)); END;

CREATE TRIGGER journal_school_insert AFTER INSERT ON school WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'school', new.id, NULL); END;

CREATE TRIGGER journal_school_update AFTER UPDATE ON school WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'school', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'brin6', old.brin6, 'name', old.name, 'short_name', old.short_name, 'sector', old.sector, 'street', old.street, 'house_number', old.house_number, 'postcode', old.postcode, 'place', old.place, 'municipality', old.municipality, 'phone', old.phone, 'website', old.website, 'rmc_region', old.rmc_region, 'holiday_region', old.holiday_region, 'source', old.source, 'folded', old.folded)); END;

CREATE TRIGGER journal_school_delete AFTER DELETE ON school WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'school', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'brin6', old.brin6, 'name', old.name, 'short_name', old.short_name, 'sector', old.sector, 'street', old.street, 'house_number', old.house_number, 'postcode', old.postcode, 'place', old.place, 'municipality', old.municipality, 'phone', old.phone, 'website', old.website, 'rmc_region', old.rmc_region, 'holiday_region', old.holiday_region, 'source', old.source, 'folded', old.folded)); END;

CREATE TRIGGER journal_settings_insert AFTER INSERT ON settings WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'settings', new.id, NULL); END;

CREATE TRIGGER journal_settings_update AFTER UPDATE ON settings WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'settings', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'name', old.name, 'initials', old.initials, 'municipality', old.municipality, 'function', old.function, 'phone', old.phone, 'region', old.region, 'minutes', old.minutes, 'shield_after', old.shield_after, 'lock_after', old.lock_after, 'theme', old.theme, 'plain_signs', old.plain_signs, 'second_roads', old.second_roads, 'copies_to', old.copies_to, 'official_system', old.official_system, 'helping_questions', old.helping_questions)); END;

CREATE TRIGGER journal_settings_delete AFTER DELETE ON settings WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'settings', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'name', old.name, 'initials', old.initials, 'municipality', old.municipality, 'function', old.function, 'phone', old.phone, 'region', old.region, 'minutes', old.minutes, 'shield_after', old.shield_after, 'lock_after', old.lock_after, 'theme', old.theme, 'plain_signs', old.plain_signs, 'second_roads', old.second_roads, 'copies_to', old.copies_to, 'official_system', old.official_system, 'helping_questions', old.helping_questions)); END;

CREATE TRIGGER journal_closed_day_insert AFTER INSERT ON closed_day WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'closed_day', new.id, NULL); END;

CREATE TRIGGER journal_closed_day_update AFTER UPDATE ON closed_day WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'closed_day', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'name', old.name, 'first', old.first, 'last', old.last)); END;

CREATE TRIGGER journal_closed_day_delete AFTER DELETE ON closed_day WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'closed_day', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'name', old.name, 'first', old.first, 'last', old.last)); END;

CREATE TRIGGER journal_office_hours_series_insert AFTER INSERT ON office_hours_series WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'office_hours_series', new.id, NULL); END;

CREATE TRIGGER journal_office_hours_series_update AFTER UPDATE ON office_hours_series WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'office_hours_series', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'first', old.first, 'until', old.until, 'weeks', old.weeks)); END;

CREATE TRIGGER journal_office_hours_series_delete AFTER DELETE ON office_hours_series WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'office_hours_series', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'first', old.first, 'until', old.until, 'weeks', old.weeks)); END;

CREATE TRIGGER journal_pupil_insert AFTER INSERT ON pupil WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'pupil', new.id, NULL); END;

CREATE TRIGGER journal_pupil_update AFTER UPDATE ON pupil WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'pupil', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'given', old.given, 'prefix', old.prefix, 'surname', old.surname, 'sort_key', old.sort_key, 'born', old.born, 'school_id', old.school_id, 'class_name', old.class_name, 'phone', old.phone, 'home_language', old.home_language, 'interpreter', old.interpreter, 'municipality', old.municipality, 'mentor', old.mentor, 'without_parents', old.without_parents, 'background', old.background, 'closed_on', old.closed_on, 'closed_because', old.closed_because, 'added_at', old.added_at, 'folded', old.folded)); END;

CREATE TRIGGER journal_pupil_delete AFTER DELETE ON pupil WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'pupil', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'given', old.given, 'prefix', old.prefix, 'surname', old.surname, 'sort_key', old.sort_key, 'born', old.born, 'school_id', old.school_id, 'class_name', old.class_name, 'phone', old.phone, 'home_language', old.home_language, 'interpreter', old.interpreter, 'municipality', old.municipality, 'mentor', old.mentor, 'without_parents', old.without_parents, 'background', old.background, 'closed_on', old.closed_on, 'closed_because', old.closed_because, 'added_at', old.added_at, 'folded', old.folded)); END;

CREATE TRIGGER journal_school_contact_insert AFTER INSERT ON school_contact WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'school_contact', new.id, NULL); END;

CREATE TRIGGER journal_school_contact_update AFTER UPDATE ON school_contact WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'school_contact', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'name', old.name, 'role', old.role, 'classes', old.classes, 'phone', old.phone, 'email', old.email, 'receives_feedback', old.receives_feedback, 'left_on', old.left_on, 'folded', old.folded)); END;

CREATE TRIGGER journal_school_contact_delete AFTER DELETE ON school_contact WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'school_contact', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'name', old.name, 'role', old.role, 'classes', old.classes, 'phone', old.phone, 'email', old.email, 'receives_feedback', old.receives_feedback, 'left_on', old.left_on, 'folded', old.folded)); END;

CREATE TRIGGER journal_contact_rhythm_insert AFTER INSERT ON contact_rhythm WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'contact_rhythm', new.id, NULL); END;

CREATE TRIGGER journal_contact_rhythm_update AFTER UPDATE ON contact_rhythm WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'contact_rhythm', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'days', old.days, 'holder', old.holder)); END;

CREATE TRIGGER journal_contact_rhythm_delete AFTER DELETE ON contact_rhythm WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'contact_rhythm', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'days', old.days, 'holder', old.holder)); END;

CREATE TRIGGER journal_draft_insert AFTER INSERT ON draft WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'draft', new.id, NULL); END;

CREATE TRIGGER journal_draft_update AFTER UPDATE ON draft WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'draft', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'place', old.place, 'pupil_id', old.pupil_id, 'text', old.text, 'cursor_row', old.cursor_row, 'cursor_column', old.cursor_column, 'at', old.at)); END;

CREATE TRIGGER journal_draft_delete AFTER DELETE ON draft WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'draft', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'place', old.place, 'pupil_id', old.pupil_id, 'text', old.text, 'cursor_row', old.cursor_row, 'cursor_column', old.cursor_column, 'at', old.at)); END;

CREATE TRIGGER journal_feedback_insert AFTER INSERT ON feedback WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'feedback', new.id, NULL); END;

CREATE TRIGGER journal_feedback_update AFTER UPDATE ON feedback WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'feedback', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'contact_id', old.contact_id, 'day', old.day, 'receiver', old.receiver, 'text', old.text, 'sent_by', old.sent_by, 'sent_at', old.sent_at)); END;

CREATE TRIGGER journal_feedback_delete AFTER DELETE ON feedback WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'feedback', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'contact_id', old.contact_id, 'day', old.day, 'receiver', old.receiver, 'text', old.text, 'sent_by', old.sent_by, 'sent_at', old.sent_at)); END;

CREATE TRIGGER journal_guardian_insert AFTER INSERT ON guardian WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'guardian', new.id, NULL); END;

CREATE TRIGGER journal_guardian_update AFTER UPDATE ON guardian WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'guardian', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'name', old.name, 'relation', old.relation, 'phone', old.phone, 'email', old.email, 'language', old.language, 'authority', old.authority, 'folded', old.folded)); END;

CREATE TRIGGER journal_guardian_delete AFTER DELETE ON guardian WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'guardian', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'name', old.name, 'relation', old.relation, 'phone', old.phone, 'email', old.email, 'language', old.language, 'authority', old.authority, 'folded', old.folded)); END;

CREATE TRIGGER journal_office_hours_insert AFTER INSERT ON office_hours WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'office_hours', new.id, NULL); END;

CREATE TRIGGER journal_office_hours_update AFTER UPDATE ON office_hours WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'office_hours', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'series_id', old.series_id, 'day', old.day, 'starts', old.starts, 'ends', old.ends, 'minutes', old.minutes, 'pause_starts', old.pause_starts, 'pause_ends', old.pause_ends, 'room', old.room, 'status', old.status, 'status_reason', old.status_reason, 'list_closes_on', old.list_closes_on)); END;

CREATE TRIGGER journal_office_hours_delete AFTER DELETE ON office_hours WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'office_hours', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'series_id', old.series_id, 'day', old.day, 'starts', old.starts, 'ends', old.ends, 'minutes', old.minutes, 'pause_starts', old.pause_starts, 'pause_ends', old.pause_ends, 'room', old.room, 'status', old.status, 'status_reason', old.status_reason, 'list_closes_on', old.list_closes_on)); END;

CREATE TRIGGER journal_waiting_entry_insert AFTER INSERT ON waiting_entry WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'waiting_entry', new.id, NULL); END;

CREATE TRIGGER journal_waiting_entry_update AFTER UPDATE ON waiting_entry WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'waiting_entry', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'pupil_id', old.pupil_id, 'since', old.since, 'not_before', old.not_before, 'reason', old.reason)); END;

CREATE TRIGGER journal_waiting_entry_delete AFTER DELETE ON waiting_entry WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'waiting_entry', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'school_id', old.school_id, 'pupil_id', old.pupil_id, 'since', old.since, 'not_before', old.not_before, 'reason', old.reason)); END;

CREATE TRIGGER journal_appointment_insert AFTER INSERT ON appointment WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'appointment', new.id, NULL); END;

CREATE TRIGGER journal_appointment_update AFTER UPDATE ON appointment WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'appointment', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'office_hours_id', old.office_hours_id, 'pupil_id', old.pupil_id, 'at', old.at, 'minutes', old.minutes, 'reason', old.reason, 'attendance', old.attendance, 'started_at', old.started_at, 'ended_at', old.ended_at, 'listed_on', old.listed_on, 'outcome', old.outcome, 'decision', old.decision, 'folded', old.folded)); END;

CREATE TRIGGER journal_appointment_delete AFTER DELETE ON appointment WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'appointment', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'office_hours_id', old.office_hours_id, 'pupil_id', old.pupil_id, 'at', old.at, 'minutes', old.minutes, 'reason', old.reason, 'attendance', old.attendance, 'started_at', old.started_at, 'ended_at', old.ended_at, 'listed_on', old.listed_on, 'outcome', old.outcome, 'decision', old.decision, 'folded', old.folded)); END;

CREATE TRIGGER journal_feedback_pupil_insert AFTER INSERT ON feedback_pupil WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'feedback_pupil', new.id, NULL); END;

CREATE TRIGGER journal_feedback_pupil_update AFTER UPDATE ON feedback_pupil WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'feedback_pupil', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'feedback_id', old.feedback_id, 'pupil_id', old.pupil_id)); END;

CREATE TRIGGER journal_feedback_pupil_delete AFTER DELETE ON feedback_pupil WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'feedback_pupil', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'feedback_id', old.feedback_id, 'pupil_id', old.pupil_id)); END;

CREATE TRIGGER journal_conversation_insert AFTER INSERT ON conversation WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'conversation', new.id, NULL); END;

CREATE TRIGGER journal_conversation_update AFTER UPDATE ON conversation WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'conversation', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'school_id', old.school_id, 'appointment_id', old.appointment_id, 'kind', old.kind, 'with_whom', old.with_whom, 'outcome', old.outcome, 'caller', old.caller, 'said_on', old.said_on, 'said_at', old.said_at, 'written_at', old.written_at, 'minutes', old.minutes, 'text', old.text, 'reading', old.reading, 'folded', old.folded)); END;

CREATE TRIGGER journal_conversation_delete AFTER DELETE ON conversation WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'conversation', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'school_id', old.school_id, 'appointment_id', old.appointment_id, 'kind', old.kind, 'with_whom', old.with_whom, 'outcome', old.outcome, 'caller', old.caller, 'said_on', old.said_on, 'said_at', old.said_at, 'written_at', old.written_at, 'minutes', old.minutes, 'text', old.text, 'reading', old.reading, 'folded', old.folded)); END;

CREATE TRIGGER journal_agreement_insert AFTER INSERT ON agreement WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'agreement', new.id, NULL); END;

CREATE TRIGGER journal_agreement_update AFTER UPDATE ON agreement WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'agreement', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'conversation_id', old.conversation_id, 'who', old.who, 'side', old.side, 'what', old.what, 'due', old.due, 'at', old.at, 'check_how', old.check_how, 'status', old.status, 'judged_on', old.judged_on, 'shared', old.shared, 'folded', old.folded)); END;

CREATE TRIGGER journal_agreement_delete AFTER DELETE ON agreement WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'agreement', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'conversation_id', old.conversation_id, 'who', old.who, 'side', old.side, 'what', old.what, 'due', old.due, 'at', old.at, 'check_how', old.check_how, 'status', old.status, 'judged_on', old.judged_on, 'shared', old.shared, 'folded', old.folded)); END;

CREATE TRIGGER journal_carry_over_insert AFTER INSERT ON carry_over WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'carry_over', new.id, NULL); END;

CREATE TRIGGER journal_carry_over_update AFTER UPDATE ON carry_over WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'carry_over', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'conversation_id', old.conversation_id, 'done_at', old.done_at)); END;

CREATE TRIGGER journal_carry_over_delete AFTER DELETE ON carry_over WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'carry_over', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'conversation_id', old.conversation_id, 'done_at', old.done_at)); END;

CREATE TRIGGER journal_follow_up_insert AFTER INSERT ON follow_up WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'follow_up', new.id, NULL); END;

CREATE TRIGGER journal_follow_up_update AFTER UPDATE ON follow_up WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'follow_up', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'school_id', old.school_id, 'conversation_id', old.conversation_id, 'appointment_id', old.appointment_id, 'waiting_entry_id', old.waiting_entry_id, 'day', old.day, 'at', old.at, 'action', old.action, 'status', old.status, 'folded', old.folded)); END;

CREATE TRIGGER journal_follow_up_delete AFTER DELETE ON follow_up WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'follow_up', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'school_id', old.school_id, 'conversation_id', old.conversation_id, 'appointment_id', old.appointment_id, 'waiting_entry_id', old.waiting_entry_id, 'day', old.day, 'at', old.at, 'action', old.action, 'status', old.status, 'folded', old.folded)); END;

CREATE TRIGGER journal_goal_insert AFTER INSERT ON goal WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'goal', new.id, NULL); END;

CREATE TRIGGER journal_goal_update AFTER UPDATE ON goal WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'goal', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'conversation_id', old.conversation_id, 'text', old.text, 'start', old.start, 'target', old.target, 'due', old.due, 'status', old.status, 'shared', old.shared, 'folded', old.folded)); END;

CREATE TRIGGER journal_goal_delete AFTER DELETE ON goal WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'goal', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'conversation_id', old.conversation_id, 'text', old.text, 'start', old.start, 'target', old.target, 'due', old.due, 'status', old.status, 'shared', old.shared, 'folded', old.folded)); END;

CREATE TRIGGER journal_scale_score_insert AFTER INSERT ON scale_score WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'scale_score', new.id, NULL); END;

CREATE TRIGGER journal_scale_score_update AFTER UPDATE ON scale_score WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'scale_score', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'conversation_id', old.conversation_id, 'day', old.day, 'value', old.value, 'target', old.target, 'step', old.step)); END;

CREATE TRIGGER journal_scale_score_delete AFTER DELETE ON scale_score WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'scale_score', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'pupil_id', old.pupil_id, 'conversation_id', old.conversation_id, 'day', old.day, 'value', old.value, 'target', old.target, 'step', old.step)); END;

CREATE TRIGGER journal_goal_value_insert AFTER INSERT ON goal_value WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'goal_value', new.id, NULL); END;

CREATE TRIGGER journal_goal_value_update AFTER UPDATE ON goal_value WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'goal_value', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'goal_id', old.goal_id, 'conversation_id', old.conversation_id, 'day', old.day, 'value', old.value)); END;

CREATE TRIGGER journal_goal_value_delete AFTER DELETE ON goal_value WHEN (SELECT change_id FROM change_now) IS NOT NULL BEGIN INSERT INTO journal (change_id, table_name, row_id, was) VALUES ((SELECT change_id FROM change_now), 'goal_value', old.id, json_object('id', old.id, 'uid', old.uid, 'version', old.version, 'goal_id', old.goal_id, 'conversation_id', old.conversation_id, 'day', old.day, 'value', old.value)); END;

CREATE VIRTUAL TABLE search_pupil USING fts5(folded, content='pupil', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_pupil_insert AFTER INSERT ON pupil BEGIN INSERT INTO search_pupil (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_pupil_delete AFTER DELETE ON pupil BEGIN INSERT INTO search_pupil (search_pupil, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_pupil_update AFTER UPDATE OF folded ON pupil WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_pupil (search_pupil, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_pupil (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_guardian USING fts5(folded, content='guardian', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_guardian_insert AFTER INSERT ON guardian BEGIN INSERT INTO search_guardian (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_guardian_delete AFTER DELETE ON guardian BEGIN INSERT INTO search_guardian (search_guardian, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_guardian_update AFTER UPDATE OF folded ON guardian WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_guardian (search_guardian, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_guardian (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_school_contact USING fts5(folded, content='school_contact', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_school_contact_insert AFTER INSERT ON school_contact BEGIN INSERT INTO search_school_contact (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_school_contact_delete AFTER DELETE ON school_contact BEGIN INSERT INTO search_school_contact (search_school_contact, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_school_contact_update AFTER UPDATE OF folded ON school_contact WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_school_contact (search_school_contact, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_school_contact (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_school USING fts5(folded, content='school', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_school_insert AFTER INSERT ON school BEGIN INSERT INTO search_school (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_school_delete AFTER DELETE ON school BEGIN INSERT INTO search_school (search_school, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_school_update AFTER UPDATE OF folded ON school WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_school (search_school, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_school (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_conversation USING fts5(folded, content='conversation', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_conversation_insert AFTER INSERT ON conversation BEGIN INSERT INTO search_conversation (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_conversation_delete AFTER DELETE ON conversation BEGIN INSERT INTO search_conversation (search_conversation, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_conversation_update AFTER UPDATE OF folded ON conversation WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_conversation (search_conversation, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_conversation (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_goal USING fts5(folded, content='goal', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_goal_insert AFTER INSERT ON goal BEGIN INSERT INTO search_goal (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_goal_delete AFTER DELETE ON goal BEGIN INSERT INTO search_goal (search_goal, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_goal_update AFTER UPDATE OF folded ON goal WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_goal (search_goal, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_goal (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_agreement USING fts5(folded, content='agreement', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_agreement_insert AFTER INSERT ON agreement BEGIN INSERT INTO search_agreement (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_agreement_delete AFTER DELETE ON agreement BEGIN INSERT INTO search_agreement (search_agreement, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_agreement_update AFTER UPDATE OF folded ON agreement WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_agreement (search_agreement, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_agreement (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_follow_up USING fts5(folded, content='follow_up', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_follow_up_insert AFTER INSERT ON follow_up BEGIN INSERT INTO search_follow_up (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_follow_up_delete AFTER DELETE ON follow_up BEGIN INSERT INTO search_follow_up (search_follow_up, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_follow_up_update AFTER UPDATE OF folded ON follow_up WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_follow_up (search_follow_up, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_follow_up (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_appointment USING fts5(folded, content='appointment', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_appointment_insert AFTER INSERT ON appointment BEGIN INSERT INTO search_appointment (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_appointment_delete AFTER DELETE ON appointment BEGIN INSERT INTO search_appointment (search_appointment, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_appointment_update AFTER UPDATE OF folded ON appointment WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_appointment (search_appointment, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_appointment (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_engagement USING fts5(folded, content='engagement', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_engagement_insert AFTER INSERT ON engagement BEGIN INSERT INTO search_engagement (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_engagement_delete AFTER DELETE ON engagement BEGIN INSERT INTO search_engagement (search_engagement, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_engagement_update AFTER UPDATE OF folded ON engagement WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_engagement (search_engagement, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_engagement (rowid, folded) VALUES (new.id, new.folded); END;

CREATE VIRTUAL TABLE search_partner USING fts5(folded, content='partner', content_rowid='id', tokenize='trigram', detail='none');

CREATE TRIGGER search_partner_insert AFTER INSERT ON partner BEGIN INSERT INTO search_partner (rowid, folded) VALUES (new.id, new.folded); END;

CREATE TRIGGER search_partner_delete AFTER DELETE ON partner BEGIN INSERT INTO search_partner (search_partner, rowid, folded) VALUES ('delete', old.id, old.folded); END;

CREATE TRIGGER search_partner_update AFTER UPDATE OF folded ON partner WHEN old.folded IS NOT new.folded BEGIN INSERT INTO search_partner (search_partner, rowid, folded) VALUES ('delete', old.id, old.folded); INSERT INTO search_partner (rowid, folded) VALUES (new.id, new.folded); END;

PRAGMA application_id=1397772869;

PRAGMA user_version=2;

