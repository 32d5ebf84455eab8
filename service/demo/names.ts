export const FIRST_NAMES = [
  'Anna', 'Änne', 'Bärbel', 'Bernd', 'Birgit', 'Björn', 'Christa', 'Claudia', 'Cornelia', 'Daniel', 'Detlef', 'Dieter', 'Dirk',
  'Doreen', 'Elke', 'Emilia', 'Erik', 'Felix', 'Finn', 'Frank', 'Franziska', 'Gerda', 'Günther', 'Hannelore', 'Heike', 'Heinz',
  'Helga', 'Henry', 'Ida', 'Ines', 'Ingrid', 'Jana', 'Jörg', 'Jürgen', 'Karin', 'Katja', 'Kerstin', 'Klaus', 'Lara', 'Leon',
  'Lieselotte', 'Lukas', 'Mandy', 'Manfred', 'Marie', 'Marko', 'Matthias', 'Mia', 'Mirko', 'Nadine', 'Nicole', 'Olaf', 'Oskar',
  'Paul', 'Petra', 'Ralf', 'Renate', 'René', 'Ronny', 'Rüdiger', 'Sabine', 'Sandra', 'Silke', 'Simone', 'Sören', 'Steffen',
  'Susanne', 'Sven', 'Thomas', 'Toni', 'Torsten', 'Ulrike', 'Ursula', 'Uwe', 'Vanessa', 'Waltraud', 'Werner', 'Yvonne',
] as const

export const LAST_NAMES = [
  'Ahlfeld', 'Albrecht', 'Arndt', 'Bäcker', 'Bartels', 'Behrends', 'Bethge', 'Böhme', 'Braune', 'Brösel', 'Dähne', 'Döring',
  'Eggert', 'Ehrlich', 'Falke', 'Friedrichs', 'Gädecke', 'Gericke', 'Giese', 'Glöckner', 'Großkopf', 'Güldenpfennig', 'Haberland',
  'Hesse', 'Hoppe', 'Jordan', 'Jüttner', 'Kählitz', 'Kassuhn', 'Klähn', 'Köppe', 'Krüger', 'Kunze', 'Lahmann', 'Lindecke',
  'Lüdecke', 'Mahlke', 'Meißner', 'Möhring', 'Müller', 'Neumann', 'Niemann', 'Nöldeke', 'Otte', 'Pahl', 'Peters', 'Plötz',
  'Rademacher', 'Reinicke', 'Riemann', 'Rohr', 'Rößler', 'Saß', 'Schäfer', 'Schernikau', 'Schmidt', 'Schönfeld', 'Schröder',
  'Schulze', 'Seehausen', 'Stappenbeck', 'Steffens', 'Tägtmeyer', 'Thiele', 'Uchtmann', 'Voß', 'Wegener', 'Weiß', 'Wernicke',
  'Wöhler', 'Wulfänger', 'Zabel', 'Ziegler', 'Zöllner', 'von der Schulenburg', 'Özdemir', 'Nguyen', 'Kowalski',
] as const

export const STREETS = [
  'Am Anger', 'Am Friedhof', 'Bahnhofstraße', 'Birkholzer Chaussee', 'Bismarckstraße', 'Breite Straße', 'Dorfstraße',
  'Ernst-Thälmann-Straße', 'Feldstraße', 'Gartenstraße', 'Grieber Weg', 'Hauptstraße', 'Industriestraße', 'Karl-Liebknecht-Straße',
  'Kirchplatz', 'Lindenallee', 'Lüderitzer Straße', 'Magdeburger Straße', 'Mühlenweg', 'Neustädter Ring', 'Otto-Nuschke-Straße',
  'Parkstraße', 'Rosenweg', 'Schulstraße', 'Schönwalder Straße', 'Stendaler Straße', 'Straße der Jugend', 'Tannenweg',
  'Uchtdorfer Weg', 'Wilhelm-Wundt-Straße', 'Zum Tanger',
] as const

export const DOG_NAMES = ['Bello', 'Emma', 'Rocky', 'Luna', 'Balu', 'Frieda', 'Sammy', 'Maja', 'Bruno', 'Käthe', 'Oskar', 'Wölfi'] as const
export const BREEDS = ['Labrador', 'Dackel', 'Deutscher Schäferhund', 'Mischling', 'Golden Retriever', 'Jack Russell Terrier', 'Pudel', 'Border Collie'] as const
export const BUSINESSES = ['Dachdeckerei', 'Fahrradwerkstatt', 'Friseursalon', 'Hofladen', 'Malerbetrieb', 'Pflegedienst', 'Tischlerei', 'Imbiss', 'Landtechnik'] as const
export const TREES = ['Eiche', 'Birke', 'Fichte', 'Kastanie', 'Linde', 'Kiefer', 'Walnuss'] as const
export const EVENTS = ['Dorffest', 'Erntedankfest', 'Frühlingskonzert', 'Herbstfeuer', 'Schützenfest', 'Sommerfest', 'Vereinsjubiläum', 'Weihnachtsmarkt'] as const
export const WARES = ['Obst und Gemüse', 'Honig und Kerzen', 'Käse und Wurst', 'Blumen und Pflanzen', 'Fisch und Räucherwaren', 'Keramik und Korbwaren', 'Textilien'] as const
