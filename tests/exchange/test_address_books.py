"""Address books as Google, Outlook, Thunderbird and others export them, in several languages."""

from __future__ import annotations

import pytest

from tests.exchange.tables import facts, problems, reading

GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Name Suffix,Nickname,Birthday,Occupation,Notes,"
    "Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,"
    "Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value\n"
    'Ann B. Lee,Ann,B.,Lee,,,Annie,--05-17,,"Likes ""chess"",\nand tea",* My Contacts ::: Book club ::: * Friends,* Home,'
    "ann@example.org ::: lee@example.org,Work,ann@acme.example,Mobile,+1 314 555 0100 ::: +1 314 555 0101,,Acme,CEO,"
    "Blog,https://ann.example ::: https://lee.example\n"
)


def test_google_with_the_old_header() -> None:
    read = reading(GOOGLE_OLD, "utf-16")
    assert read.kind == "Google contacts"
    assert facts(read.cards[0]) == {
        "name": "Ann B. Lee",
        "nickname": "Annie",
        "company": "Acme",
        "role": "CEO",
        "emails": ("ann@example.org", "lee@example.org", "ann@acme.example"),
        "phones": ("+1 314 555 0100", "+1 314 555 0101"),
        "links": ("https://ann.example", "https://lee.example"),
        "birthday": "--05-17",
        "notes": 'Likes "chess",\nand tea',
        "tags": ("Book club", "friends"),
    }
    assert problems(read) == []


def test_google_with_the_new_header() -> None:
    text = (
        "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,"
        "Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
        "Phone 1 - Label,Phone 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value\n"
        "花子,,佐藤,はなこ,,,,,山田商事,部長,,1985-02-03,,https://pic.example/1,* myContacts,* ,hanako@example.jp,,,,\n"
        'Bob,Q,Lee,,Dr.,Jr.,,,Acme,,Sales,,,,"* myContacts ::: Chess, Tuesdays",,,Mobile,+44 20 7946 0000,Dog,Rex\n'
        ",,,,,,,,Pizza Roma,,,,,,* myContacts,,,Work,+39 06 555,,\n"
    )
    read = reading(text)
    assert read.kind == "Google contacts"
    assert [card.name for card in read.cards] == ["花子 佐藤", "Bob Q Lee Jr.", "Pizza Roma"]
    assert read.cards[0].birthday == "1985-02-03"
    assert facts(read.cards[1])["tags"] == ("Chess, Tuesdays",)
    assert problems(read) == []


OUTLOOK = [
    (
        "cp1252",
        (
            '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Fax",'
            '"Business Phone","Home Phone","Mobile Phone","Assistant\'s Phone","Birthday","Categories","E-mail Address",'
            '"E-mail Type","E-mail Display Name","E-mail 2 Address","Keywords","Notes","Web Page"'
        ),
        (
            '"Mr.","Jörg","","Weiß","","Weiß Söhne","Sales","Boss","+49 1","+49 30 1","+49 30 2","+49 171 3","+49 9",'
            '"5/17/1980","Chess;Berlin","joerg@example.org","SMTP","Jörg Weiß","weiss@example.org","","One\r\ntwo",'
            '"http://weiss.example"'
        ),
    ),
    (
        "cp1252",
        (
            '"Anrede";"Vorname";"Weitere Vornamen";"Nachname";"Suffix";"Firma";"Abteilung";"Position";"Fax geschäftlich";'
            '"Telefon geschäftlich";"Telefon privat";"Mobiltelefon";"Telefon Assistent";"Geburtstag";"Kategorien";'
            '"E-Mail-Adresse";"E-Mail-Typ";"E-Mail: Angezeigter Name";"E-Mail 2: Adresse";"Initialen";"Notizen";"Webseite"'
        ),
        (
            '"Herr";"Jörg";"";"Weiß";"";"Weiß Söhne";"Sales";"Boss";"+49 1";"+49 30 1";"+49 30 2";"+49 171 3";"+49 9";'
            '"17.5.1980";"Chess;Berlin";"joerg@example.org";"SMTP";"Jörg Weiß";"weiss@example.org";"J.W.";"One\r\ntwo";'
            '"http://weiss.example"'
        ),
    ),
    (
        "utf-8-sig",
        (
            "Titre,Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Fonction,Télécopie (bureau),Téléphone (bureau),"
            "Téléphone (domicile),Tél. mobile,Rappel,Anniversaire,Catégories,Adresse de messagerie,Type de messagerie,"
            "Nom complet de l'adresse de messagerie,Adresse de messagerie 2,Initiales,Notes,Page Web"
        ),
        (
            "M.,Jörg,,Weiß,,Weiß Söhne,Sales,Boss,+49 1,+49 30 1,+49 30 2,+49 171 3,+49 9,17/05/1980,Chess;Berlin,"
            'joerg@example.org,SMTP,Jörg Weiß,weiss@example.org,,"One\r\ntwo",http://weiss.example'
        ),
    ),
    (
        "cp1252",
        (
            "Tratamiento,Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Departamento,Puesto,Fax del trabajo,"
            "Teléfono del trabajo,Teléfono particular,Teléfono móvil,Teléfono del ayudante,Cumpleaños,Categorías,"
            "Dirección de correo electrónico,Tipo de correo electrónico,Nombre de pantalla,Dirección de correo electrónico 2,"
            "Iniciales,Notas,Página Web"
        ),
        (
            "Sr.,Jörg,,Weiß,,Weiß Söhne,Sales,Boss,+49 1,+49 30 1,+49 30 2,+49 171 3,+49 9,17/05/1980,Chess;Berlin,"
            'joerg@example.org,SMTP,Jörg Weiß,weiss@example.org,,"One\r\ntwo",http://weiss.example'
        ),
    ),
    (
        "utf-8",
        (
            "Tratamento,Primeiro nome,Nome do meio,Sobrenome,Sufixo,Empresa,Departamento,Cargo,Fax comercial,"
            "Telefone comercial,Telefone residencial,Telefone celular,Telefone do assistente,Aniversário,Categorias,"
            "Endereço de email,Tipo de email,Nome para exibição do email,Endereço de email 2,Iniciais,Anotações,Página da Web"
        ),
        (
            "Sr.,Jörg,,Weiß,,Weiß Söhne,Sales,Boss,+49 1,+49 30 1,+49 30 2,+49 171 3,+49 9,17/05/1980,Chess;Berlin,"
            'joerg@example.org,SMTP,Jörg Weiß,weiss@example.org,,"One\r\ntwo",http://weiss.example'
        ),
    ),
    (
        "cp932",
        (
            "肩書き,名,ミドル ネーム,姓,敬称,会社名,部署,役職,会社 FAX,会社電話,自宅電話,携帯電話,秘書の電話,誕生日,分類,"
            "電子メール アドレス,電子メールの種類,電子メール表示名,電子メール 2 アドレス,イニシャル,メモ,Web ページ"
        ),
        (
            ",健,,田中,様,さくら工業,営業,部長,+81 1,+81 3 1,+81 3 2,+81 90 3,+81 9,1980/5/17,Chess;Berlin,"
            'joerg@example.org,SMTP,田中健,weiss@example.org,,"One\r\ntwo",http://weiss.example'
        ),
    ),
]


@pytest.mark.parametrize(("encoding", "header", "row"), OUTLOOK)
def test_outlook_in_many_languages(encoding: str, header: str, row: str) -> None:
    read = reading(f"{header}\r\n{row}\r\n", encoding)
    is_japanese = encoding == "cp932"
    assert read.kind == "Outlook contacts"
    assert problems(read) == []
    assert facts(read.cards[0]) == {
        "name": "健 田中" if is_japanese else "Jörg Weiß",
        "company": "さくら工業" if is_japanese else "Weiß Söhne",
        "role": "部長" if is_japanese else "Boss",
        "emails": ("joerg@example.org", "weiss@example.org"),
        "phones": ("+81 90 3", "+81 3 1", "+81 3 2") if is_japanese else ("+49 171 3", "+49 30 1", "+49 30 2"),
        "links": ("http://weiss.example",),
        "birthday": "1980-05-17",
        "notes": "One\ntwo",
        "tags": ("Chess", "Berlin"),
    }


def test_outlook_writes_zeros_for_no_birthday_and_paths_for_colleagues() -> None:
    header = "First Name,Last Name,Business Phone,Birthday,E-mail Address,E-mail Type"
    read = reading(f"{header}\nAnn,Lee,,0/0/00,/o=Acme/ou=Exchange/cn=Recipients/cn=ann,EX\n")
    assert facts(read.cards[0]) == {"name": "Ann Lee"}
    assert problems(read) == []


THUNDERBIRD = [
    (
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,"
        "Fax Number,Mobile Number,Job Title,Organization,Web Page 1,Birth Year,Birth Month,Birth Day,Custom 1,Notes"
    ),
    (
        "Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Messenger-Name,"
        "Tel. dienstlich,Tel. privat,Fax-Nummer,Mobil-Tel.-Nr.,Arbeits-Titel,Organisation,Webseite 1,Geburtsjahr,"
        "Geburtsmonat,Geburtstag,Benutzerdef. 1,Notizen"
    ),
    (
        "Prénom,Nom de famille,Nom à afficher,Surnom,Première adresse électronique,Deuxième adresse électronique,"
        "Nom d'écran,Tél. professionnel,Tél. personnel,Fax,Portable,Fonction,Société,Page Web 1,Année de naissance,"
        "Mois de naissance,Jour de naissance,Divers 1,Notes"
    ),
]


@pytest.mark.parametrize("header", THUNDERBIRD)
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_thunderbird_in_many_languages(header: str, separator: str) -> None:
    row = "Ann,Lee,Ann Lee,Annie,ann@example.org,lee@example.org,,1 2 3,4 5 6,7,8 9 0,CEO,Acme,http://a.example,1980,5,17,x,Hi"
    read = reading(f"{header}\n{row}\n,,,,ben@example.org,,,,,,,,,,,,,,\n".replace(",", separator))
    assert read.kind == "Thunderbird address book"
    assert facts(read.cards[0]) == {
        "name": "Ann Lee",
        "nickname": "Annie",
        "company": "Acme",
        "role": "CEO",
        "emails": ("ann@example.org", "lee@example.org"),
        "phones": ("8 9 0", "1 2 3", "4 5 6"),
        "links": ("http://a.example",),
        "birthday": "1980-05-17",
        "notes": "Hi",
    }
    assert facts(read.cards[1]) == {"name": "ben@example.org", "emails": ("ben@example.org",)}
    assert problems(read) == []


OTHERS = [
    (
        "Record ID,First Name,Last Name,Email,Phone Number,Lifecycle Stage,Associated Company,Job Title\n"
        "7,Ann,Lee,ann@example.org,'+1 314,lead,Acme,CEO\n"
    ),
    "First,Middle,Last,Nickname,Email,Mobile,Company,Title\nAnn,,Lee,,ann@example.org,+1 314,Acme,CEO\n",
    "FirstName,LastName,EMAIL_ADDRESS,mobile_phone,CompanyName,JobTitle\nAnn,Lee,ann@example.org,+1 314,Acme,CEO\n",
    '"Full name"|"E-mail"|"Tel."|"Employer"|"Role"\n"Ann Lee"|"Ann Lee <ann@example.org>"|"tel:+1 314"|"Acme"|"CEO"\n',
    "Name;Firma;Position;Telefon;E-Mail\nAnn Lee;Acme;CEO;+1 314;mailto:ann@example.org\n",
    "Nom;Prénom;Société;Poste;Téléphone;Courriel\nLee;Ann;Acme;CEO;+1 314;ann@example.org\n",
    "Name,Vorname,Firma,Titel,Handy,Mail\nLee,Ann,Acme,CEO,+1 314,ann@example.org\n",
    "'Name','Email','Phone','Company','Title'\n'Ann Lee','ann@example.org','+1 314','Acme','CEO'\n",
    'Name,Phone,Email,Company,Title\nAnn Lee,"=""+1 314""",ann@example.org,Acme,CEO\n',
    "Nome e cognome,Azienda\n\nNome,Cognome,Azienda,Ruolo,Cellulare,Email\nAnn,Lee,Acme,CEO,+1 314,ann@example.org\n",
    "氏名,会社名,役職,電話番号,メールアドレス\nAnn Lee,Acme,CEO,+1 314,ann@example.org\n",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_programs_and_tables_made_by_hand(text: str) -> None:
    read = reading(text)
    assert problems(read) == []
    assert [facts(card) for card in read.cards] == [
        {
            "name": "Ann Lee",
            "company": "Acme",
            "role": "CEO",
            "emails": ("ann@example.org",),
            "phones": ("+1 314",),
        }
    ]
