"""What programs call the columns of contacts, in the languages they speak: data, and nothing else.

Words are written here as people write them; `headers` compares them without case, accents, digits and signs.
"""

from __future__ import annotations

from collections.abc import Mapping

HEADERS: Mapping[str, str] = {
    "name": """
        full name, display name, contact name, name full, formatted name, fn, complete name, person, contact, customer name,
        client name, member name, attendee name, kontakt, kontaktperson, ansprechpartner, contacto, contato, contatto,
        vollständiger name, anzeigename, nom complet, nom affiché, nom à afficher, nombre completo, nombre para mostrar,
        nome completo, nome visualizzato, nome de exibição, volledige naam, weergavenaam, visningsnamn, fullt navn,
        fullständigt namn, visningsnavn, koko nimi, celé jméno, imię i nazwisko, nume complet, ad soyad, adı soyadı,
        полное имя, фио, отображаемое имя, 氏名, お名前, フルネーム, 表示名, 姓名, 全名, 성명, 전체 이름, nama lengkap
    """,
    "some_name": """
        name, names, nom, noms, nombre, nombres, nome, naam, namn, navn, nimi, jméno, imię, nume, név, ad, adı, isim,
        nama, имя, 名前, 이름, 名称, 名稱, 名字, όνομα
    """,
    "first": """
        first name, given name, forename, first, fname, christian name, contact first name, preferred name
        vorname, rufname, prénom, prénoms, primer nombre, nombre de pila, primeiro nome, nome próprio, nome di battesimo,
        voornaam, förnamn, fornavn, etunimi, křestní jméno, prenume, keresztnév, utónév, nama depan, 名
        собственное имя, ім'я, الاسم الأول, ชื่อ, tên, μικρό όνομα
    """,
    "middle": """
        middle name, middle, middle names, additional name, weitere vornamen, zweiter vorname, deuxième prénom,
        autres prénoms, segundo nombre, nome do meio, segundo nome, secondo nome, middelste naam, mellannamn, mellomnavn,
        mellemnavn, prostřední jméno, drugie imię, отчество, ミドル ネーム, 中间名, 中間名
    """,
    "last": """
        last name, family name, surname, last, lname, contact last name, sur name
        nachname, familienname, zuname, nom de famille, apellido, apellidos, primer apellido, sobrenome, último nome,
        cognome, achternaam, familienaam, efternamn, etternavn, efternavn, sukunimi, příjmení, nazwisko,
        nume de familie, vezetéknév, családnév, soyad, soyadı, soyisim, nama belakang, фамилия, прізвище, фамилно име,
        姓, 姓氏, 苗字, 성, اسم العائلة, นามสกุล, họ, επώνυμο
    """,
    "suffix": "suffix, name suffix, namenssuffix, suffixe, sufijo, sufixo, suffisso, achtervoegsel, generational suffix",
    "nickname": """
        nickname, nick name, nick, alias, spitzname, surnom, pseudo, apodo, alcunha, soprannome, bijnaam,
        roepnaam, smeknamn, kallenavn, kaldenavn, přezdívka, pseudonim, ニックネーム, 昵称, 暱稱, 별명, псевдоним
    """,
    "file_as": "file as, speichern unter, classer sous, archivar como, surnamefirst",
    "company": """
        company, company name, companies, organization, organisation, organization name, organisation name, employer,
        current company, account name, associated company, work company, business, institution, affiliation, workplace,
        firma, unternehmen, firmenname, arbeitgeber, betrieb, entreprise, société, nom de la société, organisme,
        employeur, compagnie, empresa, compañía, organización, organização, nome da empresa, azienda, società, ditta,
        organizzazione, nome azienda, bedrijf, bedrijfsnaam, organisatie, werkgever, företag, organisasjon, bedrift,
        virksomhed, yritys, organisaatio, společnost, podnik, organizace, przedsiębiorstwo, organizacja, companie,
        organisationsname, name der organisation, nom de l'organisation, nombre de la organización, nome da organização,
        nome organizzazione, nome dell'organizzazione, naam van organisatie, organisatienaam, nazwa organizacji,
        vállalat, cég, şirket, kurum, perusahaan, компания, организация, фирма, компанія, 会社, 会社名, 勤務先, 企業,
        組織, 組織名, 所属, 公司, 公司名称, 公司名稱, 单位, 组织, 회사, 회사명, 근무처, 조직, الشركة, εταιρεία, công ty
    """,
    "role": """
        job title, position, role, job, current position, work title, organization title, jobtitle, job role, function,
        arbeitstitel, stelle, berufsbezeichnung, funktion, stellenbezeichnung, tätigkeit, poste, fonction,
        titel der organisation, position in der organisation, organisationstitel, titre de fonction, titre professionnel,
        intitulé du poste, intitulé de poste, titre du poste, titre de l'organisation, cargo en la organización,
        título de la organización, cargo na organização, título da organização, titolo organizzazione,
        titolo dell'organizzazione, functie bij organisatie, puesto, cargo, puesto de trabajo, posição, função,
        posizione, qualifica, ruolo, mansione, posizione lavorativa, functie, functietitel, befattning, stilling,
        tehtävänimike, asema, pozice, funkce, pracovní pozice, stanowisko, poziție, funcție, beosztás, munkakör, pozisyon,
        unvan, iş unvanı, jabatan, posisi, должность, посада, длъжност, 役職, 役職名, 職位, 职位, 职务, 職稱, 직위,
        직책, 직함, المنصب, θέση, chức vụ
    """,
    "title": """
        title, titel, titre, título, titolo, headline, occupation, profession, beruf, métier, profesión, profissão,
        professione, beroep, yrke, 職業, 职业, 肩書き
    """,
    "notes": """
        notes, note, comments, comment, remarks, remark, memo, notizen, notiz, bemerkungen, bemerkung, anmerkungen,
        kommentar, kommentare, remarques, remarque, commentaires, commentaire, notas, nota, observaciones, observações,
        comentarios, comentários, anotações, annotazioni, commenti, notities, opmerkingen, anteckningar, notater, merknader,
        muistiinpanot, poznámky, poznámka, notatki, uwagi, note personale, megjegyzés, notlar, catatan, заметки,
        примечания, комментарий, нотатки, бележки, 備考, メモ, ノート, 备注, 附注, 備註, 메모, 비고, ملاحظات, σημειώσεις
    """,
    "tags": """
        tags, tag, labels, label, groups, group, group membership, categories, category, lists,
        kategorien, kategorie, gruppen, gruppe, schlagwörter, catégories, catégorie, groupes, groupe, étiquettes,
        libellés, categorías, categoría, grupos, grupo, etiquetas, categorias, categoria, categorie, gruppi, gruppo,
        etichette, categorieën, groepen, kategorier, grupper, taggar, luokat, ryhmät, skupiny, kategorie, grupy, etiket,
        категории, группы, 分類, カテゴリ, カテゴリー, グループ, ラベル, タグ, 分类, 类别, 群组, 標籤, 标签, 類別, 범주, 그룹, 태그
    """,
    "birthday": """
        birthday, birth day, birth date, birthdate, date of birth, dob, born, bday, geburtstag, geburtsdatum, geboren,
        anniversaire, date de naissance, jour de naissance, né le, cumpleaños, fecha de nacimiento, aniversário,
        data de nascimento, compleanno, data di nascita, verjaardag, geboortedatum, födelsedag, födelsedatum, bursdag,
        fødselsdato, fødselsdag, syntymäpäivä, narozeniny, datum narození, urodziny, data urodzenia, ziua de naștere,
        születésnap, születési dátum, doğum günü, doğum tarihi, tanggal lahir, день рождения, дата рождения,
        день народження, рожден ден, 誕生日, 生年月日, 生日, 出生日期, 생일, 생년월일, تاريخ الميلاد, γενέθλια
    """,
    "birth_month": "birth month, geburtsmonat, mois de naissance, mes de nacimiento, mês de nascimento, geboortemaand",
    "birth_year": "birth year, geburtsjahr, année de naissance, año de nacimiento, ano de nascimento, geboortejaar",
    "connected": """
        connected on, connection date, date connected, connected, connected since, linkedin connected on
        verbunden am, verknüpft am, vernetzt am, kontakt seit, in kontakt seit, verbunden seit, connecté le,
        date de connexion, mise en relation, relation depuis, en relation depuis le, connexion le, conectado el,
        fecha de conexión, conectado desde, contacto desde, conectado em, data da conexão, data de conexão,
        collegato il, data di collegamento, collegamento dal, data collegamento, verbonden op, gekoppeld op,
        connectie sinds, ansluten den, kontakt sedan, tilknyttet, forbundet den, spojeno dne, połączono,
        data nawiązania kontaktu, conectat la, bağlantı tarihi, terhubung pada, дата установления контакта,
        дата контакта, つながった日, 接続日, つながり日, 连接时间, 建立联系时间, 連結時間, 일촌 맺은 날짜, 연결일, 1촌 맺은 날짜
    """,
    "circle": "circle",
    "how_met": "how we met, how met, where we met",
    "rhythm": "rhythm in days",
    "resting": "resting",
    "introduced_by": "introduced by",
    "quiet_until": "not suggested before",
    "archived": "archived on",
    "uid": "uid",
}
"""Each meaning with the headers that have it, in languages from English to Greek.

`some_name` is a name whose kind the other columns tell: French `nom` is a last name beside `prénom` and a whole one
alone. `title` is a position, unless another column is one: then it is a form of address.
"""

NOUNS: Mapping[str, str] = {
    "email": """
        email, mail, email address, mail address, emails, emails address, correo electrónico, correo, e correo,
        dirección de correo electrónico, direcciones de correo, email adresse, mailadresse, email adressen, courriel,
        adresse email, adresse e mail, adresse mail, adresse de messagerie, adresse électronique, adresse courriel,
        adresse de courrier électronique, messagerie, endereço de email, endereço de e mail, correio electrónico,
        correio eletrônico, endereço de correio electrónico, endereço eletrônico, indirizzo email, indirizzo e mail,
        indirizzo di posta elettronica, posta elettronica, indirizzo posta elettronica, email adres, mailadres, epost,
        e postadress, e post, e postadresse, epostadress, epostadresse, sähköposti, sähköpostiosoite, emailová adresa,
        adres email, adres e mail, adresa de email, adresă de e mail, email cím, e mail cím, e posta, eposta,
        e posta adresi, alamat email, surel, электронная почта, адрес электронной почты, эл почта, почта,
        электронная почта адрес, електронна пошта, имейл адрес, имейл, メールアドレス, メール, 電子メール, 電子メールアドレス,
        eメール, eメールアドレス, 电子邮件, 电子邮件地址, 邮箱, 电子邮箱, 邮箱地址, 邮件地址, 電子郵件, 電子郵件地址, 이메일,
        이메일주소, 전자메일주소, 전자메일, عنوان البريد الإلكتروني, البريد الإلكتروني, ηλεκτρονικό ταχυδρομείο
    """,
    "mobile": """
        mobile, mobile phone, mobile number, mobile phone number, cell, cell phone, cellphone, cell number, cellular,
        cellular phone, mobiltelefon, mobilnummer, mobil, mobilfunk, mobiltelefonnummer, mobil tel nr, handy, handynummer,
        mobilrufnummer, portable, téléphone portable, téléphone mobile, tél mobile, tél portable, gsm, numéro de portable,
        móvil, teléfono móvil, celular, teléfono celular, telemóvel, telefone celular, telefone móvel, cellulare,
        telefono cellulare, telefonino, mobiele telefoon, mobiel, mobiel nummer, mobiltelefoner, matkapuhelin,
        mobilní telefon, telefon komórkowy, komórka, telefon mobil, mobilszám, cep telefonu, ponsel, nomor ponsel,
        мобильный телефон, мобильный, мобільний телефон, 携帯電話, 携帯, 携帯番号, 携帯電話番号, 移动电话, 手机, 手机号, 手机号码,
        行動電話, 手機, 휴대폰, 휴대전화, 휴대폰번호, 핸드폰, الهاتف الجوال, κινητό
    """,
    "phone": """
        phone, phones, phone number, phone numbers, telephone, telephone number, tel, tel no, phone no, telephones,
        telefon, telefonnummer, telefonnr, tel nr, rufnummer, haupttelefon, téléphone, tél, numéro de téléphone, teléfono,
        número de teléfono, telefone, número de telefone, telefono, numero di telefono, telefoon, telefoonnummer,
        telefonnumre, puhelin, puhelinnumero, telefonní číslo, numer telefonu, număr de telefon, telefonszám,
        telefon numarası, telepon, nomor telepon, телефон, номер телефона, номер телефону, 電話, 電話番号, 会社電話,
        会社代表電話, 自宅電話, その他の電話, 通常の電話, 勤務先電話, 勤務先電話番号, 自宅電話番号, 电话, 电话号码, 商务电话,
        住宅电话, 单位电话, 其他电话, 電話號碼, 商務電話, 住家電話, 전화, 전화번호, 회사전화, 집전화, 집전화번호, 근무처전화,
        هاتف العمل, هاتف المنزل, هاتف, τηλέφωνο
    """,
    "link": """
        url, urls, link, links, website, websites, web site, web page, webpage, web, homepage, home page, site, sites,
        blog, profile, profile url, profile link, public profile url, linkedin, linkedin url, linkedin profile,
        linkedin profile url, linkedin link, contact linkedin url, webseite, webseiten, internetseite, profil,
        linkedin profil, profil url, site web, page web, site internet, lien, url du profil, sitio web, página web,
        enlace, url del perfil, url do perfil, site da web, website url, sito web, pagina web, sito, collegamento,
        webpagina, webbplats, webbsida, hjemmeside, nettsted, nettside, verkkosivu, kotisivu, webová stránka,
        strona internetowa, strona www, weblap, web sayfası, situs web, веб сайт, сайт, веб страница, ウェブサイト,
        webページ, ホームページ, リンク, プロフィール, 网站, 网页, 主页, 网址, 網頁, 網站, 웹페이지, 웹사이트, 홈페이지
    """,
}
"""What emails, phones and links are called; a header may have qualifiers around the noun."""

QUALIFIERS = """
    primary main secondary alternate alternative additional other home work business office personal private value
    preferred default company direct evening daytime day no profile blog ftp page
    contact person individual user first second third
    privat private privates geschäftlich dienstlich primäre sekundäre zweite weitere weiteres weiterer hauptnummer
    firma zentrale büro arbeit haupt
    principal principale secondaire autre autres professionnel professionnelle personnel personnelle domicile bureau
    travail société première deuxième privé privée
    trabajo casa particular laboral personal otro otra otros principal empresa oficina del de la el du des do da di
    comercial residencial outro outros alternativo alternativa secundario secundaria primario profesional
    ufficio uff abitazione ab casa altro altri lavoro principale secondario primario professionale personale
    op werk thuis overig overige privé zakelijk bedrijf hoofd
    wert valeur valor valore waarde värde verdi værdi arvo wartość hodnota значение 値 值 값
    arbete hem annan övrig arbeid hjem annet arbejde anden työ koti muu
    práce domů jiný služební służbowy domowy inny
    рабочий домашний другой основной личный служебный
"""
"""What may stand around such a noun: of whom, of which place, the which."""
